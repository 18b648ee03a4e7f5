// Precision, recall and F1 from counts, with the cases that were missed or wrong.

/** Counts of one field over all cases; `misses` and `extras` say where. */
export interface Tally {
  right: number
  /** Found where the label has none. */
  extra: number
  /** In the label and not found. */
  missed: number
  /** `case: what`, in order. */
  misses: string[]
  extras: string[]
}

/** An empty tally. */
export function createTally(): Tally {
  return { right: 0, extra: 0, missed: 0, misses: [], extras: [] }
}

/** Share of what was found that is right; 1 when nothing was found. */
export function precisionOf({ right, extra }: Tally): number {
  return right + extra === 0 ? 1 : right / (right + extra)
}

/** Share of what the labels hold that was found; 1 when they hold nothing. */
export function recallOf({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed)
}

/** The harmonic mean of both. */
export function f1Of(tally: Tally): number {
  const { right, extra, missed } = tally
  return right + extra + missed === 0 ? 1 : (2 * right) / (2 * right + extra + missed)
}

/** A share of cases. */
export interface Share {
  right: number
  of: number
  /** Those that are not right, as `case: what`. */
  wrong: string[]
}

/** An empty share. */
export function createShare(): Share {
  return { right: 0, of: 0, wrong: [] }
}

/** Counts one case. */
export function count(share: Share, isRight: boolean, what: string): void {
  share.of++
  if (isRight) share.right++
  else share.wrong.push(what)
}

/** From 0 to 1; 1 when there was no case. */
export function shareOf({ right, of }: Share): number {
  return of === 0 ? 1 : right / of
}
