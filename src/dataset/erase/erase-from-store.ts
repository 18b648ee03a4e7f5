// Erases a person, a repository or a pull request: first the tombstone, so that nothing brings them back; then artifacts,
// caches and versions. Whatever stops it, running it again goes on.

import { join } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'
import { mergeTombstones, readState, type Tombstone } from '../store/state.ts'
import { type DeletedArtifacts, deleteArtifacts } from './delete-artifacts.ts'
import { type EraseTarget, toTombstones } from './erase-target.ts'
import type { EraseOptions, EraseResult } from './erasure.ts'
import { type FoundRecord, findRecords } from './find-records.ts'
import { listUnreached } from './list-unreached.ts'
import { purgeCaches } from './purge-caches.ts'
import { type FoundVersions, searchVersions } from './search-versions.ts'
import { createTombstoneMatcher, type Erasable, namesOf, toTombstoneKey } from './tombstones.ts'

/** Throws a UsageError when the store is empty or cannot be used. */
export async function eraseFromStore(options: EraseOptions): Promise<EraseResult> {
  const { store, who, isDryRun, signal, progress, workFolder } = options
  const latest = await store.fetchLatest(join(workFolder, 'latest'), signal)
  if (latest === null) {
    throw new UsageError(
      `The store \`${store.name}\` has no version, so there is nothing to erase. Check \`--store\`; to keep somebody out from the start, use \`--opt-out\``,
    )
  }
  const { salt, tombstones: former } = await readState(latest.folder)
  const add = async (tombstones: readonly Tombstone[]) => {
    if (!isDryRun && tombstones.length > 0) await store.addTombstones(tombstones, signal)
  }
  const direct = toTombstones(who, options.pseudonyms ?? [], salt, options.at)
  await add(direct)
  const derive = (records: readonly FoundRecord[]) => deriveTombstones(who, records, salt, options.at)
  const known = await findRecords(latest.folder, createTombstoneMatcher(direct, salt), signal)
  let more = derive(known)
  let own = direct
  let all: Tombstone[]
  let found: FoundVersions
  let records: FoundRecord[]
  do {
    await add(more)
    own = mergeTombstones(own, more)
    // Those of before, too: an erasure that was interrupted is finished by the next.
    all = mergeTombstones(former, await store.readTombstones(signal), own)
    const search = { store, workFolder, signal, progress }
    found = await searchVersions(search, latest.version, createTombstoneMatcher(all, salt))
    records = distinct(found.records.filter(createTombstoneMatcher(own, salt)))
    // An old version may have known by another name what the newest has, too.
    more = derive(records)
  } while (mergeTombstones(own, more).length > own.length)
  const artifacts = await eraseArtifacts(options, records)
  const caches = await purgeCaches(options.cacheFolders, isDryRun)
  const removed: string[] = []
  const remove = async (name: string) => {
    progress.step('Removing versions', removed.length, null)
    if (!isDryRun) await store.removeVersion(name, signal)
    removed.push(name)
  }
  for (const name of found.doomed) await remove(name)
  let { pending } = found
  if (pending !== null && options.rebuild !== undefined) {
    if (!isDryRun) {
      await options.rebuild(signal)
      await expectRebuilt(options, pending, createTombstoneMatcher(all, salt))
    }
    await remove(pending)
    pending = null
  }
  return {
    tombstones: own,
    records: new Set(records.map(({ recordKey }) => recordKey)).size,
    removed,
    pending,
    artifacts,
    caches,
    unreached: listUnreached(options, { pending, artifacts, hasRecords: records.length > 0 }),
    problems: found.problems,
  }
}

/** Throws unless a newer version than `former` is there, without such records. */
async function expectRebuilt(
  { store, workFolder, signal }: EraseOptions,
  former: string,
  isErased: (record: Erasable) => boolean,
): Promise<void> {
  const now = await store.fetchLatest(join(workFolder, 'rebuilt'), signal)
  const left = now === null ? [] : await findRecords(now.folder, isErased, signal)
  if (now === null || now.version === former || left.length > 0)
    throw new Error(`The new version of \`${store.name}\` still holds what was to be erased`)
}

/**
 * The other names of what was found. Of an author these are the pull requests, whose records do not always say who wrote
 * them; of what was renamed, the id. Which names are one’s only GitHub is believed.
 */
function deriveTombstones(
  who: EraseTarget,
  records: readonly FoundRecord[],
  salt: string,
  at: string,
): Tombstone[] {
  const kind = 'repository' in who ? 'repository' : 'pull_request'
  const believed = 'author' in who ? records : records.filter(({ isFromGithub }) => isFromGithub)
  const names = believed.flatMap(namesOf).filter((name) => name.kind === kind)
  return mergeTombstones(names.map(({ name }) => ({ kind, key: toTombstoneKey(salt, kind, name), at })))
}

async function eraseArtifacts(options: EraseOptions, records: FoundRecord[]): Promise<DeletedArtifacts> {
  const { deleteArtifacts: erasure, who, isDryRun, signal, progress } = options
  if (erasure === undefined) return { deleted: [], kept: [] }
  const named = 'repository' in who && typeof who.repository === 'string' ? [who.repository] : []
  const byId =
    'repository' in who ? records.map(({ repository }) => repository).filter((name) => name !== null) : []
  const repositories = [
    ...new Set([...erasure.repositories, ...named, ...byId].map((name) => name.toLowerCase())),
  ]
  // Its artifacts are found by its number even when the store has nothing of it, any more or yet.
  const asked = 'pullRequest' in who ? [{ ...unknown, ...who.pullRequest }] : []
  return deleteArtifacts({ ...erasure, repositories }, [...records, ...asked], isDryRun, signal, progress)
}

const unknown = {
  recordKey: '',
  author: null,
  repositoryId: null,
  isFromGithub: false,
  runId: null,
  shas: [],
} as const

/** One of each pull request and run: the same record stands in every version since. */
function distinct(records: readonly FoundRecord[]): FoundRecord[] {
  const seen = new Map<string, FoundRecord>()
  for (const record of records) seen.set(`${record.recordKey} ${record.runId}`, record)
  return [...seen.values()]
}
