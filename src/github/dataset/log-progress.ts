// Progress in the log of a step: now and then a line.

import type { LogWriter } from '../../report/log-writer.ts'
import type { Progress } from '../../runtime/progress.ts'

/** Milliseconds between two lines on what is under way. */
const seldom = 10_000

export function createLogProgress(log: Pick<LogWriter, 'clean'>, now: () => number = Date.now): Progress {
  let toldAt = now()
  return {
    step(stage, done, total, note) {
      if (now() - toldAt < seldom) return
      toldAt = now()
      const count = total === null ? `${done}` : `${done} of ${total}`
      log.clean(`${stage}: ${count}${note ? `, ${note}` : ''}`)
    },
    say: (line) => log.clean(line),
  }
}
