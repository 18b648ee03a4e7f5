// Progress of long work on standard error: one line that is rewritten on a terminal, now and then a line elsewhere.

import { toSafeText } from '../core/render/safe-text.ts'
import { escapeLines } from '../report/escape-commands.ts'
import type { Progress } from '../runtime/progress.ts'
import type { Environment } from './environment.ts'

/** Milliseconds between two tellings. */
const often = 1000
const seldom = 30_000

/** Says what goes on to people, and little to logs. */
export function createProgress({ stderr }: Pick<Environment, 'stderr'>): Progress {
  const isTerminal = stderr.isTTY === true
  let shownAt = Date.now()
  let width = 0
  const clear = () => {
    if (width > 0) stderr.write(`\r${' '.repeat(width)}\r`)
    width = 0
  }
  return {
    step(stage, done, total, note) {
      const now = Date.now()
      if (now - shownAt < (isTerminal ? often : seldom)) return
      shownAt = now
      const count = total === null ? `${done}` : `${done} of ${total}`
      const line = escapeLines(toSafeText(`${stage}: ${count}${note ? `, ${note}` : ''}`))
      clear()
      stderr.write(isTerminal ? line : `${line}\n`)
      if (isTerminal) width = line.length
    },
    say(line) {
      clear()
      stderr.write(`${escapeLines(toSafeText(line))}\n`)
    },
  }
}
