// Runs `npm ci` on a lockfile of ours: exact versions with their hashes, and nothing of theirs is run.

import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { redactText } from '../../../core/redact/redact-text.ts'
import { toSafeText } from '../../../core/render/safe-text.ts'
import { UsageError } from '../../../report/usage-error.ts'
import type { Environment } from '../../event/input-reader.ts'
import type { Npm } from './find-npm.ts'

export interface Installation {
  npm: Npm
  env: Environment
  /** Has `package.json` and `package-lock.json`. */
  from: string
  /** The folder to be; it appears whole or not at all. */
  to: string
  signal: AbortSignal
}

/** In milliseconds: the packages have 30 MB. */
const longestInstall = 300_000

/** Resolves to the folder. Throws a UsageError with what npm says, and the system's error when `to` cannot be written. */
export async function installPackages({ npm, env, from, to, signal }: Installation): Promise<string> {
  await mkdir(dirname(to), { recursive: true })
  const partial = await mkdtemp(join(dirname(to), `.${basename(to)}-`))
  try {
    for (const name of ['package.json', 'package-lock.json']) await cp(join(from, name), join(partial, name))
    await runNpm(npm, partial, env, signal)
    // What does not load, or another job's: both are the same packages.
    await rm(to, { recursive: true, force: true })
    await rename(partial, to)
    return to
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

async function runNpm(npm: Npm, cwd: string, env: Environment, signal: AbortSignal): Promise<void> {
  const [program, ...before] = npm
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--no-update-notifier']
  const limit = AbortSignal.any([signal, AbortSignal.timeout(longestInstall)])
  const child = spawn(program, [...before, 'ci', ...options, '--loglevel=error'], {
    cwd,
    env: withoutSecrets(env),
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: limit,
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said = (said + part).slice(-4000)
  })
  const outcome = await new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => resolve(code === 0 ? null : `npm ended with ${code}`))
  })
  signal.throwIfAborted()
  if (outcome === null) return
  const reason = limit.aborted ? `no end after ${longestInstall / 1000} s` : outcome
  throw new UsageError(
    `Cannot install DuckDB: ${reason}${describe(said)}. npm must reach its registry: check the network, the proxy and \`.npmrc\`; or set \`AI_WORKLOG_DUCKDB\` to a folder where \`npm install @duckdb/node-api\` has run`,
  )
}

/** The first lines of npm's errors, on one line. */
function describe(said: string): string {
  const lines = redactText(toSafeText(said))
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!)\s*/i, '').trim())
    .filter((line) => line !== '' && !/complete log|^\/|debug-0\.log/.test(line))
  return lines.length === 0 ? '' : `: ${lines.slice(0, 4).join('; ').slice(0, 600).replace(/\.$/, '')}`
}

/** npm's settings, the proxy's and the system's, but neither inputs nor tokens of the workflow. */
function withoutSecrets(env: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(?:INPUT_|ACTIONS_|AWS_|AI_WORKLOG_|GITHUB_TOKEN$|GH_TOKEN$)/.test(name),
    ),
  )
}
