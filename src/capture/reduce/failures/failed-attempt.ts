// A failed attempt while sessions are looked through; what is costly to say is said only of those that are kept.

import type { Order } from '../work/work.ts'

export interface FailedAttempt {
  key: string
  order: Order
  /** One line; null when only the error is known. */
  attempt: string | null
  /** Proposals that were refused together with it. */
  more: number
  /** How often it went wrong. */
  count: number
  /** What it gave back; null when there is nothing to pick a line from. */
  output: string | null
  /** In place of a line of `output`. */
  error: string | null
  cause: string | null
  resolution: string | null
  /** Whether a human stopped it, and it did not fail by itself. */
  isStop: boolean
  /** Whether a reader of the pull request gains from it; the rest is left out unless everything is wanted. */
  matters: boolean
  /** By how much it cost: repeats, minutes, a human's time. */
  cost: number
}
