// What an erasure is asked to do, and what it did.

import type { Progress } from '../../runtime/progress.ts'
import type { Problem } from '../input.ts'
import type { Tombstone } from '../store/state.ts'
import type { Store } from '../store/store.ts'
import type { ArtifactErasure, DeletedArtifacts } from './delete-artifacts.ts'
import type { EraseTarget } from './erase-target.ts'

export interface EraseOptions {
  store: Store
  who: EraseTarget
  /** Other names of the author in the store. Default none. */
  pseudonyms?: readonly string[]
  /** Absent: no artifact is deleted, and the result says so. */
  deleteArtifacts?: ArtifactErasure
  /** Work folders of earlier runs, removed whole. */
  cacheFolders: readonly string[]
  /** Where versions are looked through; made and emptied. */
  workFolder: string
  /** Folders that a build wrote a dataset to, which are only named, but for those that `rebuild` adds to `replaced`. */
  outFolders: readonly string[]
  replaced?: ReadonlySet<string>
  /** Builds and commits a new version without what the store’s tombstones name. Absent: the next build does. */
  rebuild?: (signal: AbortSignal) => Promise<void>
  isDryRun: boolean
  /** ISO 8601 in UTC. */
  at: string
  signal: AbortSignal
  progress: Progress
}

/** What was done, or with `isDryRun` what would be. */
export interface EraseResult {
  tombstones: Tombstone[]
  /** Pull requests found in the store. */
  records: number
  /** Names of versions removed. */
  removed: string[]
  /** The newest version when it still holds records: only a build can replace it. */
  pending: string | null
  artifacts: DeletedArtifacts
  caches: string[]
  /** Sentences: copies that are left, with what to do. */
  unreached: string[]
  problems: Problem[]
}
