// A session in turns: what the human asked and all that came of it.

import type { Selected } from '../../find/selected.ts'
import type { Prompt, SessionEvent } from '../../session/session.ts'

/** An event with where it stands. */
export interface Step<Event extends SessionEvent = SessionEvent> {
  event: Event
  /** Among the session's events of its kind, from 0. */
  position: number
  /** Of all sessions' steps; rises within a session. */
  order: Order
}

/** Time (`\uffff` when none is known), then session, then event: a clock that goes back does not move a step. */
export interface Order {
  time: string
  session: number
  event: number
}

export interface Turn {
  /** Null for what came before the first prompt. */
  prompt: Step<Prompt> | null
  steps: readonly Step[]
  /** Whether the human took it back later. */
  isTakenBack: boolean
}

export interface Work {
  selected: Selected
  /** What the keys of its items are made from. */
  id: string
  turns: readonly Turn[]
  /** What each rewind took back, by its event's place in the session. */
  taken: ReadonlyMap<number, readonly Turn[]>
}

/** Compares two orders, for sorting. */
export function compareOrder(a: Order, b: Order): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  return a.session - b.session || a.event - b.event
}
