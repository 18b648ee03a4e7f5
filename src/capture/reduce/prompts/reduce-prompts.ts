// The prompts of a draft. The first is what was asked for; everything after it refines that, what another session
// begins with too: one pull request is one task, and a new session mostly carries on.

import type { DraftPrompt } from '../../../core/draft/draft.ts'
import { itemKey } from '../item-key.ts'
import { toPlainText } from '../text/plain-text.ts'
import { withoutBrokenWords } from '../text/without-broken-words.ts'
import { compareOrder, type Order, type Turn, type Work } from '../work/work.ts'
import { cutPrompt } from './cut-prompt.ts'
import { isSuperseded } from './is-superseded.ts'
import { steers } from './steers.ts'

/** Prompts of this length have been cut by the reader. */
const readersCut = 65_000

/**
 * The prompts of `works` in the order of time. Unless `full`: each text once, long ones cut, and without those that
 * steer nothing or were taken back.
 */
export function reducePrompts(works: readonly Work[], full: boolean): DraftPrompt[] {
  const found: { key: string; text: string; order: Order }[] = []
  for (const { id, turns } of works) {
    for (const [index, turn] of turns.entries()) {
      if (turn.prompt === null || (!full && !tells(turn, turns[index + 1]))) continue
      const { event, position, order } = turn.prompt
      const whole = event.text.length < readersCut ? event.text : withoutBrokenWords(event.text)
      const text = toPlainText(whole).trim()
      if (text !== '') found.push({ key: itemKey(id, 'prompt', position), text, order })
    }
  }
  found.sort((a, b) => compareOrder(a.order, b.order))
  const seen = new Set<string>()
  const kept = found.filter(({ text }) => {
    const same = text.replace(/\s+/g, ' ').trim()
    if (!full && seen.has(same)) return false
    seen.add(same)
    return true
  })
  return kept.map(({ key, text }, index) => ({
    key,
    kind: index === 0 ? 'initial' : 'refinement',
    text: full ? text : cutPrompt(text),
  }))
}

/** Whether what the human asked stood, and said something. */
function tells({ prompt, steps, isTakenBack }: Turn, next: Turn | undefined): boolean {
  if (prompt === null || isTakenBack || !steers(prompt.event.text)) return false
  return !next?.prompt || !isSuperseded({ prompt, steps, isTakenBack }, next.prompt.event.text)
}
