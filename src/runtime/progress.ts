// How long work says how far it is. The command line and the action each give one of their own.

/** All texts are ours; what comes from outside goes into a `Problem`. */
export interface Progress {
  /** Says at most once a second how many of `total` are done (null: not known) in `stage`, with a `note` such as the rate budget. */
  step(stage: string, done: number, total: number | null, note?: string): void
  /** A line worth keeping. */
  say(line: string): void
}

/** Says nothing. */
export const silent: Progress = { step: () => {}, say: () => {} }
