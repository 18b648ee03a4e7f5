// What a user sees when there is no verdict: a usage error is its message, anything else is our bug and comes
// with its stack.

import type { Annotation } from '../report/annotation.ts'
import type { LogWriter } from '../report/log-writer.ts'
import { UsageError } from '../report/usage-error.ts'

/** The annotations for `error`, one for each line of a usage error. Of a bug the stack is printed to `log`. */
export function explainFailure(error: unknown, log: LogWriter): Annotation[] {
  if (error instanceof UsageError) return error.message.split('\n').map(toError)
  log.line(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const message = error instanceof Error ? error.message : String(error)
  return [toError(`Unexpected error, a bug in ai-worklog: ${message}. The log has the details.`)]
}

function toError(message: string): Annotation {
  return { level: 'error', title: 'ai-worklog', message }
}
