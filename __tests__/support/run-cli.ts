// Runs the built command line as a process.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const cliPath = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

export interface CliRun {
  /** Written to standard input, which is then closed; none by default. */
  stdin?: string | Buffer | AsyncIterable<string>
  /** Laid over PATH and SOURCE_DATE_EPOCH=1785576600, which is 2026-08-01T09:30:00Z. */
  env?: Record<string, string>
  /** The Node to run on: this one by default. */
  node?: string
  /** Options of Node itself. */
  nodeOptions?: readonly string[]
  /** The project by default. */
  cwd?: string
  /** The program: `dist/cli.js` by default. */
  program?: string
}

export interface CliOutcome {
  /** Null when a signal ended it. */
  exitCode: number | null
  stdout: string
  stderr: string
}

/** Runs `args` to their end. */
export async function runCli(args: readonly string[], run: CliRun = {}): Promise<CliOutcome> {
  const child = spawn(
    run.node ?? process.execPath,
    [...(run.nodeOptions ?? []), run.program ?? cliPath, ...args],
    {
      cwd: run.cwd ?? root,
      env: {
        PATH: process.env.PATH,
        SystemRoot: process.env.SystemRoot,
        SOURCE_DATE_EPOCH: '1785576600',
        ...run.env,
      },
      stdio: 'pipe',
    },
  )
  const closed = once(child, 'close')
  const outcome = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      outcome[name] += part
    })
  }
  // Wrong arguments end the process before it reads.
  child.stdin.on('error', () => {})
  if (run.stdin !== undefined && typeof run.stdin !== 'string' && !Buffer.isBuffer(run.stdin)) {
    for await (const part of run.stdin) if (!child.stdin.write(part)) await once(child.stdin, 'drain')
    child.stdin.end()
  } else child.stdin.end(run.stdin ?? '')
  const [exitCode]: (number | null)[] = await closed
  return { ...outcome, exitCode: exitCode ?? null }
}
