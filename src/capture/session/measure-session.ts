// How much memory a session takes, roughly.

import { measureCall } from './bound-call.ts'
import type { Session, SessionEvent } from './session.ts'

/** What an event takes besides its texts, as UTF-16 units. */
const unitsOfEvent = 100

/** The UTF-16 units of all texts of `session`, and as much for the rest. */
export function measureSession({ events }: Pick<Session, 'events'>): number {
  return events.reduce((units, event) => units + unitsOfEvent + measureTexts(event), 0)
}

function measureTexts(event: SessionEvent): number {
  if (event.kind === 'prompt' || event.kind === 'answer') return event.text.length
  if (event.kind === 'call') return measureCall(event)
  if (event.kind !== 'human_edit') return 0
  return event.path.length + (event.before?.length ?? 0) + (event.after?.length ?? 0)
}
