// How much one failed attempt stands for, in words.

import type { DraftFailure } from './draft.ts'

/** Such as `(3 times)`; empty where it stands for itself alone. */
export function countAttempts({ more = 0, times = 1 }: Pick<DraftFailure, 'more' | 'times'>): string {
  const counts = [...(more > 0 ? [`and ${more} more`] : []), ...(times > 1 ? [`${times} times`] : [])]
  return counts.length === 0 ? '' : `(${counts.join(', ')})`
}

/** The attempt with its count, as it is read back; null when only the error is known. */
export function tellAttempt(failure: Pick<DraftFailure, 'attempt' | 'more' | 'times'>): string | null {
  const { attempt } = failure
  return attempt === null ? null : `${attempt} ${countAttempts(failure)}`.trimEnd()
}
