// The backstop against work that the caps before a parse do not foresee: a clock, which the core itself has not.

/** Runs `work`, which is synchronous, for at most `milliseconds`; null when that was not enough. */
export type Bounded = <T>(work: () => T, milliseconds: number) => { value: T } | null

/** No clock: the caps alone bound the work. */
export const unbounded: Bounded = (work) => ({ value: work() })

/** For the body, and for all commit messages together. */
export const maxMilliseconds = 1000

/** Smaller texts are not timed: the caps keep them under 0.3 s, and a clock costs time itself. */
export const minTimed = 16_384
