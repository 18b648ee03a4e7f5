// `ai-worklog hook`: what a coding agent's hook runs before a shell command. It never fails: the worst it does is nothing.

import type { Environment } from './environment.ts'
import { write } from './write.ts'

export const hookHelp = `Usage: ai-worklog hook <agent>

Run by the hooks that \`ai-worklog init --hooks\` sets up, before a coding agent runs a shell command. Reads the
agent's JSON from standard input. When the command is \`gh pr create\` (or \`gh pr edit\` with a new description)
and the description does not say how AI was used, it prints the agent's form of a refusal, whose reason says how to
draft the section. It refuses at most twice a session and lets everything pass that it cannot read.

Agents: claude-code, openai-codex, gemini-cli, copilot-cli, cursor, windsurf, cline, opencode

Exit codes: 0 decided, 1 no such agent; 2 only as a refusal for windsurf, which knows no other.
`

/** Runs `hook`; resolves to the exit code. */
export async function runHook(args: readonly string[], environment: Environment): Promise<number> {
  const { hookProtocols } = await import('../hook/hook-protocol.ts')
  const protocol = args.length === 1 ? hookProtocols.get(args[0] ?? '') : undefined
  if (protocol === undefined) {
    const known = [...hookProtocols.keys()].map((id) => `\`${id}\``).join(', ')
    await write(environment.stderr, `ai-worklog: \`hook\` takes one agent: ${known}\n`)
    return 1
  }
  try {
    const { readInput } = await import('../hook/read-input.ts')
    const input = await readInput(environment.stdin)
    const call = input === null ? null : protocol.read(input)
    if (call === null) return 0
    const { lacksWorklog } = await import('../hook/decide.ts')
    if (!(await lacksWorklog(call))) return 0
    const { takeDenial } = await import('../hook/count-denials.ts')
    const session = [args[0], call.session ?? call.transcript ?? call.cwd].join('\n')
    if (!(await takeDenial(session))) return 0
    const { describeDenial } = await import('../hook/denial-reason.ts')
    const answer = protocol.deny(describeDenial(call.transcript))
    if (typeof answer === 'string') {
      await write(environment.stderr, `${answer}\n`)
      return 2
    }
    await write(environment.stdout, `${JSON.stringify(answer)}\n`)
  } catch {
    // An agent must not be stopped by a fault of ours.
  }
  return 0
}
