// `ai-worklog init`: sets a repository up, says what is missing, or takes it all out again.

import type { Environment } from './environment.ts'

export const initHelp = `Usage: ai-worklog init [options]

Sets up the git repository around the current folder: the workflow, a policy, the section in the pull-request template
it has, and a block in the instructions of coding agents that tells them how to document their work. What is there
already stays. On a terminal it shows the changes and asks; elsewhere it needs \`--yes\`, \`--dry-run\` or \`--check\`.

Options:
  --only <parts>     only these of workflow, policy, template, agents and hooks, with commas between
                     (default: all but hooks)
  --hooks            also hooks that remind agents before \`gh pr create\`
  --hooks-for <ids>  agents that get a hook, of claude-code, openai-codex, gemini-cli, copilot-cli, cursor,
                     windsurf, cline and opencode, with commas between (default: those the repository shows
                     traces of, else claude-code)
  --mode <mode>      of the policy: observe | warn | enforce (default: the one it has, warn for a new one)
  --yes              write without asking
  --dry-run          write nothing, show what would change as a diff
  --check            write nothing, list what is missing or out of date; for CI
  --uninstall        remove what \`init\` added, and nothing else
  --force            also overwrite or remove what somebody edited between our marks
  --help             this text

Exit codes: 0 fine, 1 \`--check\` found something, 2 wrong arguments, or a file that cannot be written.

Examples:
  ai-worklog init --yes
  ai-worklog init --hooks --dry-run
  ai-worklog init --only template,agents --yes
  ai-worklog init --uninstall --yes
`

/** Runs `init`; resolves to the exit code. */
export async function runInit(args: readonly string[], environment: Environment): Promise<number> {
  const { setUp } = await import('./init/set-up.ts')
  return setUp(args, environment)
}
