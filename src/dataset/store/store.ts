// Where versions of a dataset are kept: what every kind of place can do. A version is a folder with `dataset/` (what may
// be handed on), `store/` (the team’s own) and `files.json` (their sizes and sums); it never changes once it is there.

import type { Tombstone } from './state.ts'

/** A version on this machine. */
export interface StoredVersion {
  /** Such as `1.2.0`. */
  version: string
  /**
   * Has `store/` and of `dataset/` at least `manifest.json` and `CHANGELOG.md`. Only to be read: it may be the store
   * itself.
   */
  folder: string
}

/** All methods throw a `UsageError` for what a person can mend, and a {@link StoreConflictError} for another run. */
export interface Store {
  /** What messages say: `./store`, `s3://bucket/prefix`. */
  readonly name: string
  /** Copies that {@link removeVersion} does not reach, one sentence each. */
  readonly leftovers: readonly string[]
  /**
   * Brings the newest version into `into`, a folder that need not exist, and remembers it for `commit`; null when
   * there is none. `extent` is `needed` by default: see {@link isNeeded}.
   */
  fetchLatest(into: string, signal: AbortSignal, extent?: Extent): Promise<StoredVersion | null>
  /** Brings one of {@link listVersions}; null when it is not whole, as a run that died leaves it. */
  fetchVersion(name: string, into: string, signal: AbortSignal): Promise<StoredVersion | null>
  /**
   * Adds `folder` as `version`, writes `files.json` into it, and then makes it the newest. Refuses when another run has
   * added a version since `fetchLatest`. Until it is done, the newest version stays what it was.
   */
  commit(folder: string, version: string, signal: AbortSignal): Promise<void>
  /** Names of all versions, the newest last, unfinished ones too. */
  listVersions(signal: AbortSignal): Promise<string[]>
  /** Deletes one of them for good, which only erasing does. Never the newest one. */
  removeVersion(name: string, signal: AbortSignal): Promise<void>
  /** What was erased since the newest version was made, and before; add it to the state of the next. */
  readTombstones(signal: AbortSignal): Promise<Tombstone[]>
  /** Adds to them; those that are there stay. */
  addTombstones(tombstones: readonly Tombstone[], signal: AbortSignal): Promise<void>
}

/** How much of a version is fetched. */
export type Extent = 'needed' | 'whole'

/** Whether `path` is to be fetched. */
export function isWanted(path: string, extent: Extent): boolean {
  return extent === 'whole' || isNeeded(path)
}

/** Files of a version that the next run needs; the rest of `dataset/` is only for people. */
export function isNeeded(path: string): boolean {
  return path.startsWith('store/') || path === 'dataset/manifest.json' || path === 'dataset/CHANGELOG.md'
}
