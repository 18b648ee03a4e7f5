// What became of a pull request, as the map applies it to a record from whatever source.

import type { OutcomeUpdate } from '../../input.ts'
import type { Facts } from './journal.ts'

/** `revertedBy` is `#12`, a SHA, or null. While it is open nothing says whether it is merged. */
export function toOutcome(recordId: string, facts: Facts, revertedBy: string | null): OutcomeUpdate {
  const { state, closedAt, mergedAt, mergeSha, checks, reviewDecision } = facts
  return {
    recordId,
    state,
    merged: state === 'open' ? null : mergedAt !== null,
    closedAt,
    mergedAt,
    mergeSha,
    revertedBy,
    checks,
    reviewDecision,
  }
}
