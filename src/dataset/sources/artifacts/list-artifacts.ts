// Which artifacts a repository has that may hold records: those of exactly the name, and those of a run that checked
// several pull requests, `<name>-pr-<number>`. REST finds only whole names, so the latter cost a look at every artifact.

import { type Artifact, toArtifact } from './artifact.ts'
import type { Connection } from './connect.ts'
import { readListPage } from './read-list-page.ts'

export interface Listing {
  /** Newest first, each once. */
  artifacts: Artifact[]
  /** What kept the listing from its end; null when it is whole. */
  failure: unknown
}

export interface ListOptions {
  artifactName: string
  /** Artifacts made before are left out; milliseconds since 1970, 0 for all. */
  since: number
  /** Whether this artifact was collected before. */
  isSeen: (artifact: Artifact) => boolean
  /** True when the last collecting missed nothing: looking for `-pr-` artifacts then ends among those that were seen. */
  stopAtSeen: boolean
}

/** GitHub’s largest. */
const pageSize = 100
/** An artifact may appear in the listing after one that was begun later; milliseconds. */
const overlap = 24 * 60 * 60 * 1000

/** Rejects only when aborted: what was listed before a failure counts. */
export async function listArtifacts(
  connection: Connection,
  repository: string,
  options: ListOptions,
): Promise<Listing> {
  const found = new Map<number, Artifact>()
  const route = `GET /repos/${repository}/actions/artifacts`
  let named = 0
  const read = async (query: string, page: number) => {
    const { items, total } = await readListPage(
      connection,
      `${route}?${query}per_page=${pageSize}&page=${page}`,
      'artifacts',
    )
    const artifacts = items.flatMap((item) => toArtifact(item, repository) ?? [])
    for (const artifact of artifacts) if (isWanted(artifact, options)) found.set(artifact.id, artifact)
    const isLast = items.length < pageSize || (total !== null && page * pageSize >= total)
    return { artifacts, total, isEnd: isLast || isOlder(artifacts, options.since) }
  }
  try {
    // Always to the end, a call for 100: what an earlier run could not have may lie deep in it.
    const query = `name=${encodeURIComponent(options.artifactName)}&`
    for (let page = 1; ; page += 1) {
      const { total, isEnd } = await read(query, page)
      named = total ?? 0
      if (isEnd) break
    }
    for (let page = 1; ; page += 1) {
      const { artifacts, total, isEnd } = await read('', page)
      // There is no other artifact than those of the name.
      if (isEnd || (total !== null && total === named)) break
      if (options.stopAtSeen && isOlder(artifacts, findNewestSeen(found, options) - overlap)) break
    }
  } catch (failure) {
    connection.signal.throwIfAborted()
    return { artifacts: sort(found), failure }
  }
  return { artifacts: sort(found), failure: null }
}

function isWanted({ name, createdAt }: Artifact, { artifactName, since }: ListOptions): boolean {
  const isNamed = name === artifactName || name.startsWith(`${artifactName}-pr-`)
  return isNamed && !(Date.parse(createdAt ?? '') < since)
}

/** Whether all were made before `time`, and stand newest first: only then are the next pages older still. */
function isOlder(artifacts: readonly Artifact[], time: number): boolean {
  const times = artifacts.map(({ createdAt }) => Date.parse(createdAt ?? ''))
  return times.every((each, index) => each < time && each <= (times[index - 1] ?? each))
}

/** When the newest of `found` that was seen before was made; in milliseconds since 1970, 0 when there is none. */
function findNewestSeen(found: ReadonlyMap<number, Artifact>, { isSeen }: ListOptions): number {
  let newest = 0
  for (const artifact of found.values()) {
    const time = Date.parse(artifact.createdAt ?? '')
    if (time > newest && isSeen(artifact)) newest = time
  }
  return newest
}

function sort(found: ReadonlyMap<number, Artifact>): Artifact[] {
  return [...found.values()].sort((a, b) => b.id - a.id)
}
