// The environment of the real process.

import type { Environment } from './environment.ts'

/**
 * Streams of `process` and its clock, which SOURCE_DATE_EPOCH (seconds) stops. A reader that goes away, such as
 * `head`, ends the process quietly.
 */
export function createEnvironment({ stdin, stdout, stderr, env, exit }: NodeJS.Process): Environment {
  stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') exit(0)
    throw error
  })
  const epoch = Number(env.SOURCE_DATE_EPOCH ?? Number.NaN)
  return { stdin, stdout, stderr, now: () => (Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date()) }
}
