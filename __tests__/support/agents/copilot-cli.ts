// GitHub Copilot CLI, with a stand-in for the Messages API as a provider of one's own.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startStandIn } from '../../../scripts/record/claude-code/messages-stand-in.ts'
import { runProgram } from '../../../scripts/record/run-program.ts'
import type { Agent } from './agent.ts'
import { makeAgentHome } from './agent-home.ts'
import { createShellTurns } from './shell-turns.ts'

export const copilotCli: Agent = {
  id: 'copilot-cli',
  package: '@github/copilot',
  version: '1.0.102',
  async start(modules) {
    const model = await startStandIn()
    const { folder, home, repository, env, remove } = makeAgentHome()
    Object.assign(env, {
      COPILOT_PROVIDER_TYPE: 'anthropic',
      COPILOT_PROVIDER_BASE_URL: model.url,
      COPILOT_PROVIDER_API_KEY: 'dummy',
      COPILOT_MODEL: 'claude-sonnet-4.5',
      COPILOT_OFFLINE: 'true',
      COPILOT_AUTO_UPDATE: 'false',
    })
    mkdirSync(join(home, '.copilot'))
    // It runs hooks of trusted folders only.
    writeFileSync(join(home, '.copilot', 'config.json'), JSON.stringify({ trustedFolders: [repository] }))
    return {
      folder,
      repository,
      env,
      requests: model.requests,
      async run(prompt, commands) {
        model.turns.push(...createShellTurns('bash', commands))
        const args = ['--allow-all-tools', '--allow-all-paths', '--prompt', prompt]
        await runProgram(join(modules, '.bin', 'copilot'), args, { cwd: repository, env })
      },
      async close() {
        await model.close()
        remove()
      },
    }
  },
}
