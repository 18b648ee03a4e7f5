// Codex CLI, with a stand-in for the Responses API.

import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCodexWorld } from '../../../scripts/record/codex-world.ts'
import { functionItem } from '../../../scripts/record/openai-stand-in.ts'
import { runProgram } from '../../../scripts/record/run-program.ts'
import type { Agent } from './agent.ts'
import { createTurns } from './shell-turns.ts'

/** What a user agrees to in the terminal: commands without questions, and the hooks of the project. */
const agreed = ['--dangerously-bypass-approvals-and-sandbox', '--dangerously-bypass-hook-trust']

export const codexCli: Agent = {
  id: 'openai-codex',
  package: '@openai/codex',
  version: '0.171.0',
  async start(modules) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-agent-')))
    const world = await makeCodexWorld(join(modules, '.bin', 'codex'), this.version, folder)
    return {
      folder,
      repository: world.cwd,
      env: world.env,
      requests: world.requests,
      async run(prompt, commands) {
        const call = (cmd: string, index: number) => [functionItem(`call_${index}`, 'exec_command', { cmd })]
        world.turns.push(...createTurns(commands, call))
        await runProgram(world.program, ['exec', ...agreed, prompt], world)
      },
      async close() {
        await world.close()
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      },
    }
  },
}
