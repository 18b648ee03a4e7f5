#!/bin/sh
# Cline runs this before each tool. When a command opens a pull request whose description does not say how AI was used,
# the command does not run and the model is told why (https://github.com/ai-worklog/ai-worklog/blob/main/docs/init.md).
# It takes ai-worklog only from where it is installed, and whatever goes wrong, the command runs.
in=$(cat)
out=
case $in in
*gh*' pr '*) out=$(printf %s "$in" | npx --no-install --offline ai-worklog hook cline 2>/dev/null || :) ;;
esac
[ -n "$out" ] || out='{"cancel":false}'
printf '%s\n' "$out"
exit 0
