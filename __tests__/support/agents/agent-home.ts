// A home folder with a Git repository in it, and an environment that knows nothing else of this machine.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gitEnvironment } from '../capture-world.ts'

export interface AgentHome {
  folder: string
  home: string
  repository: string
  env: NodeJS.ProcessEnv
  remove(): void
}

export function makeAgentHome(): AgentHome {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-agent-')))
  const home = join(folder, 'home')
  const repository = join(home, 'shop')
  const temporary = join(folder, 'tmp')
  for (const path of [repository, temporary]) mkdirSync(path, { recursive: true })
  const env = { ...gitEnvironment(), HOME: home, LANG: 'C.UTF-8', TMPDIR: temporary }
  writeFileSync(join(repository, 'shop.py'), 'def total(prices):\n    return max(prices)\n')
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    ['commit', '-q', '-m', 'Start'],
  ]) {
    execFileSync('git', args, { cwd: repository, env })
  }
  return {
    folder,
    home,
    repository,
    env,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
