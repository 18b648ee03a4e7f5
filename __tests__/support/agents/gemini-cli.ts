// Gemini CLI, with a stand-in for the Gemini API.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startGeminiStandIn } from '../../../scripts/record/gemini-stand-in.ts'
import { runProgram } from '../../../scripts/record/run-program.ts'
import type { Agent } from './agent.ts'
import { makeAgentHome } from './agent-home.ts'
import { createShellTurns } from './shell-turns.ts'

const settings = {
  security: { auth: { selectedType: 'gemini-api-key' } },
  privacy: { usageStatisticsEnabled: false },
  general: { enableAutoUpdate: false },
}

export const geminiCli: Agent = {
  id: 'gemini-cli',
  package: '@google/gemini-cli',
  version: '0.61.0',
  async start(modules) {
    const model = await startGeminiStandIn()
    const { folder, home, repository, env, remove } = makeAgentHome()
    Object.assign(env, { GEMINI_API_KEY: 'dummy', GOOGLE_GEMINI_BASE_URL: model.url })
    const write = (name: string, value: object) =>
      writeFileSync(join(home, '.gemini', name), JSON.stringify(value))
    mkdirSync(join(home, '.gemini'))
    write('settings.json', settings)
    // It runs hooks of trusted folders only.
    write('trustedFolders.json', { [repository]: 'TRUST_FOLDER' })
    return {
      folder,
      repository,
      env,
      requests: model.requests,
      async run(prompt, commands) {
        model.turns.push(...createShellTurns('run_shell_command', commands))
        const args = ['--yolo', '--model', 'gemini-2.5-flash', '--prompt', prompt]
        await runProgram(join(modules, '.bin', 'gemini'), args, { cwd: repository, env })
      },
      async close() {
        await model.close()
        remove()
      },
    }
  },
}
