// What `init` would do, as data: computed whole before anything is written.

/** The parts that can be set up one by one. */
export const parts = ['workflow', 'policy', 'template', 'agents', 'hooks'] as const
export type Part = (typeof parts)[number]

export interface Change {
  part: Part
  /** From the root of the repository, with `/`. */
  path: string
  /** Null when there is no such file yet. */
  before: string | null
  /** Null when the file goes away. */
  after: string | null
  /** Whether a new file is a program. */
  isExecutable?: boolean
}

/** Something that stays as it is, and why. */
export interface Note {
  part: Part
  /** Null when it is about no file. */
  path: string | null
  /**
   * `kept`: as it should be. `left`: not touched, as somebody made it differ. `blocked`: not as it should be, and a
   * person has to mend it.
   */
  kind: 'kept' | 'left' | 'blocked'
  text: string
}

export interface Plan {
  changes: readonly Change[]
  notes: readonly Note[]
}

/** One plan of many, in order. */
export function joinPlans(plans: readonly Plan[]): Plan {
  return {
    changes: plans.flatMap(({ changes }) => changes),
    notes: plans.flatMap(({ notes }) => notes),
  }
}

/** Of what is as it should be. */
export const upToDate = 'is up to date'

/** The plan that brings `path` from `before` to `after`; empty when they are the same. */
export function planChange(
  part: Part,
  path: string,
  before: string | null,
  after: string | null,
  isExecutable = false,
): Plan {
  if (before === after) {
    return { changes: [], notes: [{ part, path, kind: 'kept', text: upToDate }] }
  }
  const change = { part, path, before, after, ...(isExecutable && { isExecutable }) }
  return { changes: [change], notes: [] }
}

/** The plan that leaves `path` alone because of `text`. */
export function planNote(part: Part, path: string | null, kind: Note['kind'], text: string): Plan {
  return { changes: [], notes: [{ part, path, kind, text }] }
}
