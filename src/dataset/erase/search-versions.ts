// Looks for erased records in the versions of a store. The newest one that holds some only a new build can replace.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'
import type { Progress } from '../../runtime/progress.ts'
import type { Problem } from '../input.ts'
import type { Store } from '../store/store.ts'
import { type FoundRecord, findRecords } from './find-records.ts'
import type { Erasable } from './tombstones.ts'

export interface VersionSearch {
  store: Store
  /** Passing; emptied in the end. */
  workFolder: string
  signal: AbortSignal
  progress: Progress
}

export interface FoundVersions {
  /** Names of versions to be removed: they hold such records, or are no whole versions. */
  doomed: string[]
  /** The newest version, when it holds some. */
  pending: string | null
  /** Of all versions. */
  records: FoundRecord[]
  problems: Problem[]
}

/** Looks for records that `isErased` picks in every version; `latest` is the newest one’s. */
export async function searchVersions(
  { store, workFolder, signal, progress }: VersionSearch,
  latest: string,
  isErased: (record: Erasable) => boolean,
): Promise<FoundVersions> {
  const found: FoundVersions = { doomed: [], pending: null, records: [], problems: [] }
  const names = await store.listVersions(signal)
  for (const [index, name] of names.entries()) {
    signal.throwIfAborted()
    progress.step('Looking through versions', index, names.length)
    const into = join(workFolder, 'version')
    try {
      const version = await store.fetchVersion(name, into, signal)
      const records = version === null ? [] : await findRecords(version.folder, isErased, signal)
      found.records.push(...records)
      if (version === null) found.doomed.push(name)
      else if (records.length > 0 && version.version === latest) found.pending = latest
      else if (records.length > 0) found.doomed.push(name)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      found.problems.push({
        place: `${store.name} ${name}`,
        reason: 'unreadable-version',
        message: `Whether version \`${name}\` holds such records cannot be told: ${error.message}. If no other run is writing it, delete it by hand`,
      })
    } finally {
      await rm(into, { recursive: true, force: true })
    }
  }
  progress.step('Looking through versions', names.length, names.length)
  return found
}
