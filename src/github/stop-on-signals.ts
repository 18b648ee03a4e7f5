// What happens when the runner cancels the step: it sends SIGINT, SIGTERM after 7.5 seconds, and soon kills.

import type { LogWriter } from '../report/log-writer.ts'
import { annotate } from './publish/annotate.ts'
import { attempt } from './publish/attempt.ts'
import { setOutputs } from './publish/set-outputs.ts'

/** How far a check has come, for whoever interrupts it. */
export interface Progress {
  /** True once the verdict has been told. */
  isDecided: boolean
}

/** In milliseconds: enough to end an upload, and less than the runner waits. */
const grace = 5000

/** SIGINT leaves a moment to end by itself, SIGTERM none. Without a verdict both say so. */
export function stopOnSignals(progress: Progress, log: LogWriter): void {
  const stop = (exitCode: number) => {
    if (progress.isDecided) {
      log.line('Stopped after the verdict. The record is kept in its file.')
    } else {
      const message = 'Stopped before there was a verdict: could not check. Run the job again.'
      annotate([
        { level: 'warning', title: 'ai-worklog', message },
        ...attempt('set the outputs', () => setOutputs({ result: 'error' })),
      ])
    }
    process.exit(exitCode)
  }
  process.once('SIGINT', () => {
    setTimeout(stop, grace, 130).unref()
  })
  process.once('SIGTERM', () => stop(143))
}
