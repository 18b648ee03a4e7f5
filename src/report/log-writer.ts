// The only thing that prints in the action. Whatever text it is given, no line it prints can be read as a
// workflow command, except the two that fold a group, and none holds a secret or tells who someone is.

import { redactText } from '../core/redact/redact-text.ts'
import { toSafeText } from '../core/render/safe-text.ts'
import { escapeLines } from './escape-commands.ts'

export interface LogWriter {
  /** Prints text, redacted; each of its lines becomes one escaped line. */
  line(text: string): void
  /** Prints what is made of a redacted record, which needs no second look. */
  clean(text: string): void
  /** Prints what `fn` prints inside a group that the log viewer can fold. */
  group<T>(title: string, fn: () => T): T
}

/** What a log writer needs of `process.stdout`. */
export interface TextSink {
  write(text: string): unknown
}

/** A log writer that prints to `stream`. */
export function createLogWriter(stream: TextSink): LogWriter {
  return {
    line(text) {
      stream.write(`${escapeLines(redactText(toSafeText(text)))}\n`)
    },
    clean(text) {
      stream.write(`${escapeLines(toSafeText(text))}\n`)
    },
    group(title, fn) {
      // A percent sign starts an escape in a command's message, so it is escaped itself.
      stream.write(`::group::${toSafeText(title).replaceAll('%', '%25').replaceAll('\n', ' ')}\n`)
      try {
        return fn()
      } finally {
        stream.write('::endgroup::\n')
      }
    },
  }
}
