// What a user sees when there is no verdict: a usage error is its message, anything else is our bug and comes
// with its stack.

import type { LogWriter } from '../report/log-writer.ts'
import { UsageError } from '../report/usage-error.ts'
import { annotate } from './publish/annotate.ts'

/** Prints to the log and annotates; one annotation for each line of a usage error. */
export function reportFailure(error: unknown, log: LogWriter): void {
  if (error instanceof UsageError) {
    annotate(error.message.split('\n').map((message) => ({ level: 'error', title: 'ai-worklog', message })))
    return
  }
  log.line(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const message = error instanceof Error ? error.message : String(error)
  annotate([
    {
      level: 'error',
      title: 'ai-worklog',
      message: `Unexpected error, a bug in ai-worklog: ${message}. The log has the details.`,
    },
  ])
}
