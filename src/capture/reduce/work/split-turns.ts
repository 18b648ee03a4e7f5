// Sessions into turns, in the order of time, without what two of them have in common.

import type { Selected } from '../../find/selected.ts'
import type { Session, SessionEvent } from '../../session/session.ts'
import type { Step, Turn, Work } from './work.ts'

const noTime = '\uffff'

/** The turns of the sessions, earliest session first. A resumed session repeats what it resumes: that is taken once. */
export function splitTurns(selected: readonly Selected[]): Work[] {
  const seen = new Set<string>()
  return findRichest(selected)
    .map((one) => ({ one, start: one.session.startedAt ?? noTime, id: idOf(one.session) }))
    .sort((a, b) => compare(a.start, b.start) || compare(a.id, b.id))
    .map(({ one, id }, number) => ({ selected: one, id, turns: splitSession(one.session, number, seen) }))
}

/** Of several readings of one session, such as the tool's own file and an export, the one that says most. */
function findRichest(selected: readonly Selected[]): Selected[] {
  const best = new Map<string, Selected>()
  for (const one of selected) {
    const known = best.get(idOf(one.session))
    if (!known || one.session.events.length > known.session.events.length) best.set(idOf(one.session), one)
  }
  return [...best.values()]
}

function splitSession(session: Session, number: number, seen: Set<string>): Turn[] {
  const turns: (Turn & { steps: Step[] })[] = []
  const positions = new Map<string, number>()
  const own: string[] = []
  let time = session.startedAt ?? noTime
  for (const [index, event] of session.events.entries()) {
    const position = positions.get(event.kind) ?? 0
    positions.set(event.kind, position + 1)
    if (event.at !== null && (time === noTime || event.at > time)) time = event.at
    const mark = markOf(event)
    if (mark !== null && seen.has(mark)) continue
    if (mark !== null) own.push(mark)
    const order = { time, session: number, event: index }
    if (event.kind === 'prompt') {
      turns.push({ prompt: { event, position, order }, steps: [], isTakenBack: false })
      continue
    }
    if (turns.length === 0) turns.push({ prompt: null, steps: [], isTakenBack: false })
    turns.at(-1)?.steps.push({ event, position, order })
    if (event.kind === 'rewind') takeBack(turns, event.prompts ?? 1)
  }
  // Only now, for the calls of one answer share their time.
  for (const mark of own) seen.add(mark)
  return turns
}

/** Marks the last `count` turns that still stand. */
function takeBack(turns: Turn[], count: number): void {
  let left = count
  for (let at = turns.length - 1; at >= 0 && left > 0; at--) {
    const turn = turns[at]
    if (!turn?.prompt || turn.isTakenBack) continue
    turn.isTakenBack = true
    left--
  }
}

/** What an event has in common with its copy; null without a time, which any event could share. */
function markOf(event: SessionEvent): string | null {
  if (event.at === null) return null
  return JSON.stringify([event.kind, event.at, textOf(event)?.slice(0, 200) ?? null])
}

function textOf(event: SessionEvent): string | null {
  if (event.kind === 'prompt' || event.kind === 'answer') return event.text
  if (event.kind === 'call') return event.command ?? event.paths[0] ?? event.name
  return event.kind === 'human_edit' ? event.path : null
}

function idOf({ toolId, toolName, id }: Session): string {
  return `${toolId ?? toolName}/${id}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
