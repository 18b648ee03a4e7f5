// What happens when the runner cancels the step: it sends SIGINT, SIGTERM after 7.5 seconds, and soon kills.

import { exitCodes, InterruptedError } from '../../runtime/interrupted-error.ts'

/** In milliseconds: less than the runner waits. */
const grace = 5000

/** Aborts on SIGINT, so that what was begun is ended or taken back; SIGTERM, or no end in time, ends the process. */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    controller.abort(new InterruptedError('SIGINT'))
    setTimeout(() => process.exit(exitCodes.SIGINT), grace).unref()
  })
  process.once('SIGTERM', () => process.exit(exitCodes.SIGTERM))
  return controller.signal
}
