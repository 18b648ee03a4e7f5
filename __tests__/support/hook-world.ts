// A repository that `init` has set a coding agent's hook up in, and a `gh` that only notes what it is called with.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'node:test'
import { installAgent } from '../../scripts/e2e/install-agent.ts'
import type { Agent, AgentWorld } from './agents/agent.ts'
import { runCli } from './run-cli.ts'

export interface HookWorld extends AgentWorld {
  /** The arguments of each call that reached `gh`. */
  readCalls(): string[]
}

/** Makes it. `tarball` is ai-worklog as it is published, to install as a dependency of the project; null for none. */
export async function makeHookWorld(
  t: TestContext,
  agent: Agent,
  tarball: string | null,
): Promise<HookWorld> {
  const world = await agent.start(installAgent(agent.package, agent.version))
  t.after(() => world.close())
  const { folder, repository, env } = world
  const bin = join(folder, 'bin')
  const calls = join(folder, 'calls')
  mkdirSync(bin)
  writeFileSync(join(bin, 'gh'), `#!/bin/sh\necho "$*" >>'${calls}'\n`, { mode: 0o755 })
  env.PATH = [bin, env.PATH].join(delimiter)
  env.TMPDIR ??= folder
  // A login shell, as Codex starts, makes a PATH of its own.
  writeFileSync(join(env.HOME ?? '', '.profile'), `export PATH='${env.PATH}'\n`)
  const init = ['init', '--only', 'hooks', '--hooks-for', agent.id, '--yes']
  const { exitCode, stderr } = await runCli(init, { cwd: repository })
  assert.equal(exitCode, 0, stderr)
  if (tarball !== null) {
    const args = ['install', '--save-dev', '--offline', '--omit=optional', '--no-audit', '--no-fund', tarball]
    execFileSync('npm', args, { cwd: repository, stdio: 'pipe' })
  }
  const readCalls = () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [])
  return { ...world, readCalls }
}
