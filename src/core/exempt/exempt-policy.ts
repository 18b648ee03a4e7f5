// What `exempt` of a policy holds, complete: whom and what the other rules do not ask.

/** GitHub's `author_association`, but for `MANNEQUIN`, which opens nothing. */
export const associations = [
  'OWNER',
  'MEMBER',
  'COLLABORATOR',
  'CONTRIBUTOR',
  'FIRST_TIME_CONTRIBUTOR',
  'FIRST_TIMER',
  'NONE',
] as const

type Association = (typeof associations)[number]

/** From the least. Everybody may read a public repository, so reading exempts nobody. */
export const permissions = ['triage', 'write', 'maintain', 'admin'] as const

export type Permission = (typeof permissions)[number]

export interface ExemptPolicy {
  /** True: every bot that is no AI tool. A list: these bots, with or without `[bot]`. */
  bots: boolean | readonly string[]
  /** Logins of pull requests' authors. */
  authors: readonly string[]
  associations: readonly Association[]
  /** What the author may at least do in the repository. */
  permission: Permission | 'none'
  /** `organisation/team`. */
  teams: readonly string[]
  /** Names of labels. */
  labels: readonly string[]
  /** The label that keeps the findings and lets the check pass. */
  override: string | false
  drafts: boolean
  /** Globs on the head branch; a fork's branch never matches. */
  branches: readonly string[]
  /** Globs of which every changed file must match one. */
  paths: readonly string[]
  /** Added and deleted lines together, and files, at most; both must hold when both are given. */
  size: { lines?: number; files?: number }
  /** A day, `YYYY-MM-DD` in UTC, and a number: a pull request from before either is exempt. */
  before: { date?: string; number?: number }
}
