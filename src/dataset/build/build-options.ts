// What a dataset is built from and how. The command line and the action fill it.

import type { Progress } from '../../runtime/progress.ts'
import type { Collected } from '../sources/collected.ts'
import type { SourceMemory } from './read-memory.ts'

/** How the dataset names people. */
export const authorModes = ['login', 'pseudonym', 'omit'] as const
export type AuthorMode = (typeof authorModes)[number]

export const audiences = ['team', 'public'] as const
export type Audience = (typeof audiences)[number]

/** What a source is given; it writes only into `workFolder`. */
export interface SourceContext {
  workFolder: string
  /** ISO 8601 in UTC: the time that records made now carry. */
  asOf: string
  /** What the previous version knows. */
  memory: SourceMemory
  signal: AbortSignal
  progress: Progress
}

export interface BuildOptions {
  /** Each is read to its end before the next begins. */
  sources: readonly ((context: SourceContext) => Promise<Collected>)[]
  /** The folder `staged` of `dataset map`, with the parts of all shards; null for none. */
  staged: string | null
  /** For what is in progress and for the cache of what was fetched; kept when a run stops. */
  workFolder: string
  /** ISO 8601 in UTC. The same inputs at the same time give the same bytes. */
  asOf: string
  /** Null: as in the previous version; `login` for a team and `omit` for the public without one. */
  authors: AuthorMode | null
  /** The team’s key; needed for `pseudonym`. */
  pseudonymKey: string | null
  /** Null: as in the previous version, `team` without one. */
  audience: Audience | null
  /** SPDX identifier for records that name none. Null: as in the previous version. */
  license: string | null
  /** Null: as in the previous version, false without one. */
  allowPrivate: boolean | null
  /** Text of an opt-out list and the name it is known by. */
  optOut: { name: string; text: string } | null
  /** Days after a pull request was closed, or opened while it is open; null to keep all. */
  keepDays: number | null
  /** Days after a pull request was opened that what it says of its tools is worth keeping, or null. */
  toolAgeDays: number | null
  /** Salt of splits; null keeps that of the previous version. */
  salt: string | null
  /** Threads of the map; null for one a core. */
  threads: number | null
  /** Makes a version even when nothing is new: the place of the last one is about to expire. False by default. */
  renew?: boolean
  engine: { kind: 'duckdb' } | { kind: 'spark'; command: string }
  signal: AbortSignal
  progress: Progress
}
