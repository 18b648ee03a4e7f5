// One wait for all requests: when GitHub limits one of them, the others must not go on asking.

import { setTimeout as sleep } from 'node:timers/promises'

export interface Pause {
  /** No request starts before `time`, in milliseconds since 1970. */
  until(time: number): void
  /** Resolves when requests may start. Rejects by an `AbortError` when the signal aborts. */
  wait(): Promise<void>
}

/** `tell` is called with the milliseconds of each new wait. */
export function createPause(signal: AbortSignal, tell: (milliseconds: number) => void): Pause {
  let end = 0
  return {
    until(time) {
      if (time <= end) return
      end = time
      tell(Math.max(0, end - Date.now()))
    },
    async wait() {
      signal.throwIfAborted()
      // Another request may make it longer meanwhile.
      for (let left = end - Date.now(); left > 0; left = end - Date.now()) {
        await sleep(left, undefined, { signal })
      }
    },
  }
}
