// Claude Code, with a stand-in for the Messages API.

import { findProgram } from '../../../scripts/record/claude-code/find-program.ts'
import { startStandIn } from '../../../scripts/record/claude-code/messages-stand-in.ts'
import { makeWorkplace } from '../../../scripts/record/claude-code/workplace.ts'
import { runProgram } from '../../../scripts/record/run-program.ts'
import type { Agent } from './agent.ts'
import { createShellTurns } from './shell-turns.ts'

export const claudeCode: Agent = {
  id: 'claude-code',
  package: '@anthropic-ai/claude-code',
  version: '2.1.332',
  async start(modules) {
    const model = await startStandIn()
    const { folder, repository, env, remove } = makeWorkplace(model.url)
    return {
      folder,
      repository,
      env,
      requests: model.requests,
      async run(prompt, commands) {
        model.turns.push(...createShellTurns('Bash', commands))
        const args = ['-p', '--allowedTools', 'Bash', '--', prompt]
        await runProgram(findProgram(modules), args, { cwd: repository, env })
      },
      async close() {
        await model.close()
        remove()
      },
    }
  },
}
