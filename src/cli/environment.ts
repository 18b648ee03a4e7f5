// What a command may touch, handed in so that a test can hand in its own.

import type { Readable, Writable } from 'node:stream'

export interface Environment {
  readonly stdin: Readable
  stdout: Writable & { isTTY?: boolean; hasColors?: () => boolean }
  readonly stderr: Writable & { isTTY?: boolean }
  /** The time that records carry. */
  now: () => Date
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborts when the user interrupts. Until it is asked for, an interrupt ends the process. */
  interrupted: () => AbortSignal
}

/** Whether to colour what goes to `stream`: a terminal that shows colours, `NO_COLOR` unset. */
export function hasColor({ stdout }: Environment): boolean {
  return stdout.isTTY === true && stdout.hasColors?.() === true
}
