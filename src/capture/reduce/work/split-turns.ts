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
    .map(({ one, id }, number) => ({ selected: one, id, ...splitSession(one, number, seen) }))
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

function splitSession(
  { session, from = 0, why }: Selected,
  number: number,
  seen: Set<string>,
): Pick<Work, 'turns' | 'taken'> {
  const taken = new Map<number, Turn[]>()
  /** Those with a prompt that were not taken back. */
  const stand: Turn[] = []
  const turns: (Turn & { steps: Step[] })[] = []
  const positions = new Map<string, number>()
  const own: string[] = []
  let time = session.startedAt ?? noTime
  for (const [index, event] of session.events.entries()) {
    const position = positions.get(event.kind) ?? 0
    positions.set(event.kind, position + 1)
    time = laterOf(time, event.at)
    const mark = markOf(event)
    if (index < from || seen.has(mark ?? '')) continue
    if (mark !== null) own.push(mark)
    const order = { time, session: number, event: index }
    if (event.kind === 'prompt') {
      const turn = { prompt: { event, position, order }, steps: [], isTakenBack: false }
      turns.push(turn)
      stand.push(turn)
      continue
    }
    if (turns.length === 0) turns.push({ prompt: null, steps: [], isTakenBack: false })
    turns.at(-1)?.steps.push({ event, position, order })
    if (event.kind === 'rewind') taken.set(index, takeBack(stand, event.prompts ?? 1, why.commits))
  }
  // Only now, for the calls of one answer share their time.
  for (const mark of own) seen.add(mark)
  return { turns, taken }
}

function laterOf(time: string, at: string | null): string {
  return at !== null && (time === noTime || at > time) ? at : time
}

/**
 * Takes the last `count` turns off those that `stand`, marks and gives them. What was committed to the branch is not
 * marked, whatever became of the conversation.
 */
function takeBack(stand: Turn[], count: number, commits: readonly string[]): Turn[] {
  const taken = stand.splice(Math.max(0, stand.length - count)).filter((turn) => !isCommitted(turn, commits))
  for (const turn of taken) turn.isTakenBack = true
  return taken
}

function isCommitted({ steps }: Turn, commits: readonly string[]): boolean {
  if (commits.length === 0) return false
  return steps.some(
    ({ event }) =>
      event.kind === 'call' && event.commits.some((made) => commits.some((sha) => sha.startsWith(made))),
  )
}

/** What an event has in common with its copy; null without a time, which any event could share. */
function markOf(event: SessionEvent): string | null {
  if (event.at === null) return null
  // An export of another tool keeps no more than seconds.
  const text = textOf(event)?.replace(/\s+/g, ' ').slice(0, 200) ?? null
  return JSON.stringify([event.kind, event.at.slice(0, 19), text])
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
