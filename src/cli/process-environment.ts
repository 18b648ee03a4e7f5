// The environment of the real process.

import { UsageError } from '../report/usage-error.ts'
import { exitCodes, InterruptedError } from '../runtime/interrupted-error.ts'
import type { Environment } from './environment.ts'

/**
 * Streams of `process` and its clock, which SOURCE_DATE_EPOCH (seconds) stops. A reader that goes away, such as
 * `head`, ends the process quietly.
 */
export function createEnvironment(process: NodeJS.Process): Environment {
  const { stdout, env, exit } = process
  stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') exit(0)
    throw error
  })
  return {
    stdout,
    // Node opens a stream when it is first asked for.
    get stdin() {
      return process.stdin
    },
    get stderr() {
      return process.stderr
    },
    now: createClock(env.SOURCE_DATE_EPOCH ?? ''),
    env,
    interrupted: () => abortOnSignals(process),
  }
}

/** The first signal asks, so that nothing is left half-written; a second one ends the process. */
function abortOnSignals(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      controller.abort(new InterruptedError(name))
      process.once(name, () => process.exit(exitCodes[name]))
    })
  }
  return controller.signal
}

/** Read when it is first asked for the time, so that its mistakes are reported like any other. */
function createClock(epoch: string): () => Date {
  return () => {
    if (epoch === '') return new Date()
    const time = /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : null
    if (time === null || !(time.getTime() <= latest)) {
      throw new UsageError(`\`SOURCE_DATE_EPOCH\` must be a whole number of seconds, got \`${epoch}\``)
    }
    return time
  }
}

// The last second of the year 9999: later years have six digits, which the record's format does not allow.
const latest = 253_402_300_799_000
