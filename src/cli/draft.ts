// `ai-worklog draft`. Its code, with the readers of transcripts, is loaded only when it runs.

import type { Here } from './draft/here.ts'
import type { Environment } from './environment.ts'

export const draftHelp = `Usage: ai-worklog draft [options]

Writes the section on AI use of a pull request for you. It looks for the sessions with coding agents on this machine
that edited files or made commits of the branch that is checked out, reduces them to tools, prompts, failed attempts
and manual corrections, takes secrets and personal data out, and prints Markdown to read, correct and post.
Nothing is sent anywhere, and nothing of a session is shown but the redacted draft.

Which sessions:
  --list             only list the sessions with why, and stop
  --session <id>     this one and no other, by its id (or the start of it) or its file; may be repeated
  --since <time>     look at files written since then: 7d, 2w, or a date such as 2026-01-31 (default: a week
                     before the first commit of the branch)
  --all              look at all files, however old
  --tool <name>      only sessions of this tool, such as claude-code; may be repeated
  --base <ref>       what the pull request goes into (default: what Git and gh know, else main or master)

What is written:
  --update <file>    put the section into this description, or bring the one in it up to date. What you changed in it
                     stays, and so does all around it. A file that is not there is made; \`-\` reads standard input
                     and prints, as it was when no session was found
  --template <file>  with --update: what a new description begins with (default: the pull-request template
                     of the repository, when it has one)
  --output <file>    write the section to a file instead of standard output
  --full             keep long prompts whole, and repeats apart
  --policy <file>    what the draft must leave out; may be repeated, later files override (default:
                     .github/ai-worklog.yml when there is one)
  --format <format>  text | json (default: text). json: the sessions and the redacted draft as data
  --help             this text

The draft goes to standard output, all else to standard error.
Exit codes: 0 fine, 1 no session was found, 2 wrong arguments, unreadable input or policy, 130 interrupted.

Examples:
  ai-worklog draft --list
  ai-worklog draft --update BODY.md          # then read and correct BODY.md
  gh pr create -t "Add a cache" -F BODY.md   # or, when it is open: gh pr edit -F BODY.md
  gh pr view --json body --jq .body > BODY.md && ai-worklog draft --update BODY.md && gh pr edit -F BODY.md
  ai-worklog draft --session 5ec6a1f0 --full
`

/** Runs `draft`; resolves to the exit code. `here` stands in for this machine in tests. */
export async function runDraft(
  args: readonly string[],
  environment: Environment,
  here?: Here,
): Promise<number> {
  return (await import('./draft/run-draft.ts')).runDraft(args, environment, here)
}
