// Proposals that the human changed before they were applied.

import type { DraftCorrection } from '../../../core/draft/draft.ts'
import type { SessionPaths } from '../../paths/session-paths.ts'
import { itemKey } from '../item-key.ts'
import { toOneLine } from '../text/one-line.ts'
import type { Order, Work } from '../work/work.ts'
import { cutLines, findDifference } from './cut-lines.ts'

/** The edits of `work`'s turns that changed something. */
export function readHumanEdits(
  { id, turns }: Work,
  paths: SessionPaths,
): { correction: DraftCorrection; order: Order }[] {
  const found: { correction: DraftCorrection; order: Order }[] = []
  for (const { event, position, order } of turns.flatMap(({ steps }) => steps)) {
    if (event.kind !== 'human_edit') continue
    const { before, after } = findDifference(event.before, event.after)
    if (before.length === 0 && after.length === 0 && event.before !== null) continue
    const path = toOneLine(paths.name(event.path))
    const correction: DraftCorrection = {
      key: itemKey(id, 'human_edit', position),
      what: toOneLine(`changed the proposed edit of ${path} before it was applied`),
      reason: null,
      path,
      before: cutLines(before),
      after: cutLines(after),
    }
    found.push({ correction, order })
  }
  return found
}
