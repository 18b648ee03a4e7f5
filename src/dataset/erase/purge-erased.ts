// After a build that left erased records out: removes the versions that still hold them.

import { join } from 'node:path'
import type { Problem } from '../input.ts'
import { mergeTombstones, readState } from '../store/state.ts'
import { searchVersions, type VersionSearch } from './search-versions.ts'
import { createTombstoneMatcher } from './tombstones.ts'

export interface PurgeResult {
  /** Names of versions removed. */
  removed: string[]
  /** The newest version, when it still holds such records. */
  pending: string | null
  problems: Problem[]
}

/**
 * Looks through all versions, so call it only when the version before lacked a tombstone of the store, which is when an
 * erasure was left pending.
 */
export async function purgeErased(search: VersionSearch): Promise<PurgeResult> {
  const { store, workFolder, signal } = search
  const latest = await store.fetchLatest(join(workFolder, 'latest'), signal)
  if (latest === null) return { removed: [], pending: null, problems: [] }
  const { salt, tombstones } = await readState(latest.folder)
  const all = mergeTombstones(tombstones, await store.readTombstones(signal))
  const { doomed, pending, problems } = await searchVersions(
    search,
    latest.version,
    createTombstoneMatcher(all, salt),
  )
  for (const name of doomed) await store.removeVersion(name, signal)
  return { removed: doomed, pending, problems }
}
