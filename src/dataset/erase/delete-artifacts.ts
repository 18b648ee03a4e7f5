// Deletes the artifacts that erased records came from, through the API: needs `actions: write`.

import { type ApiFailure, toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import {
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../core/json.ts'
import type { Progress } from '../../runtime/progress.ts'
import type { FoundRecord } from './find-records.ts'

export interface ArtifactErasure {
  /** GitHub’s API; a client that writes. */
  client: Client
  /** Host of its records, such as `github.com`. */
  host: string
  /** Default name of the action: `ai-worklog`; `<name>-pr-<number>` are its artifacts, too. */
  artifactName: string
  /** Repositories to be erased as a whole, `owner/name`. */
  repositories: readonly string[]
}

/** Both name artifacts as `owner/name artifact 12`, sorted as found. */
export interface DeletedArtifacts {
  deleted: string[]
  /** What is still there, and why. */
  kept: { place: string; reason: string }[]
}

/** Deletes them, or with `isDryRun` only finds them. Never rejects but when `signal` aborts. */
export async function deleteArtifacts(
  erasure: ArtifactErasure,
  records: readonly FoundRecord[],
  isDryRun: boolean,
  signal: AbortSignal,
  progress: Progress,
): Promise<DeletedArtifacts> {
  const result: DeletedArtifacts = { deleted: [], kept: [] }
  for (const [repository, wanted] of groupByRepository(erasure, records)) {
    signal.throwIfAborted()
    let found: JsonObject[]
    try {
      found = await findArtifacts(erasure, repository, wanted)
    } catch (error) {
      signal.throwIfAborted()
      const failure = toApiFailure(error)
      result.kept.push({
        place: `the artifacts of ${repository}`,
        reason: `cannot be listed: ${failure.reason}. ${remedy(failure)}`,
      })
      continue
    }
    let refusal: string | null = null
    for (const [index, artifact] of found.entries()) {
      const id = readCount(artifact, 'id')
      const place = `${repository} artifact ${id}`
      progress.step(`Deleting artifacts of ${repository}`, index, found.length)
      if (refusal === null && !isDryRun) refusal = await remove(erasure.client, repository, id, signal)
      if (refusal === null) result.deleted.push(place)
      else result.kept.push({ place, reason: refusal })
      // Without the permission the next one would be refused, too.
      if (refusal !== null && !refusal.includes('actions: write')) refusal = null
    }
  }
  return result
}

/** Null when it is gone, else why not. */
async function remove(
  client: Client,
  repository: string,
  id: number | null,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    await client.request(`DELETE /repos/${repository}/actions/artifacts/${id}`)
    return null
  } catch (error) {
    signal.throwIfAborted()
    const failure = toApiFailure(error)
    // Expired, or deleted by an earlier run of this command.
    if (failure.status === 404 || failure.status === 410) return null
    return `cannot be deleted: ${failure.reason}. ${remedy(failure)}`
  }
}

function remedy({ status, reason }: ApiFailure): string {
  if (status === 429 || /rate limit/i.test(reason))
    return 'Wait until GitHub’s rate limit lets more requests through and run the command again'
  if (status === 401) return 'Check the token'
  if (status === 403 || status === 404)
    return 'Give the token the permission `actions: write` and run the command again'
  return 'Run the command again'
}

interface Wanted {
  isWhole: boolean
  numbers: Set<number>
  runs: Set<number>
  shas: Set<string>
}

function groupByRepository(
  { host, repositories }: ArtifactErasure,
  records: readonly FoundRecord[],
): Map<string, Wanted> {
  const groups = new Map<string, Wanted>()
  const groupOf = (repository: string): Wanted => {
    const key = repository.toLowerCase()
    const known = groups.get(key)
    if (known !== undefined) return known
    const made = {
      isWhole: false,
      numbers: new Set<number>(),
      runs: new Set<number>(),
      shas: new Set<string>(),
    }
    groups.set(key, made)
    return made
  }
  for (const repository of repositories) groupOf(repository).isWhole = true
  for (const record of records) {
    // The name goes into a URL, and a record’s name of another server is none of this one.
    if (record.repository === null || !/^[\w.-]+\/[\w.-]+$/.test(record.repository)) continue
    if ((record.host ?? host).toLowerCase() !== host.toLowerCase()) continue
    const group = groupOf(record.repository)
    if (record.number !== null) group.numbers.add(record.number)
    if (record.runId !== null) group.runs.add(record.runId)
    for (const sha of record.shas) group.shas.add(sha)
  }
  return groups
}

/** Past so many pull requests it takes fewer calls to list all. */
const mostByName = 50

async function findArtifacts(
  { client, artifactName }: ArtifactErasure,
  repository: string,
  wanted: Wanted,
): Promise<JsonObject[]> {
  const own = [...wanted.numbers].map((number) => `${artifactName}-pr-${number}`)
  const names = wanted.isWhole || own.length > mostByName ? [null] : [artifactName, ...own]
  const found: JsonObject[] = []
  for (const name of names) {
    const query = name === null ? '' : `&name=${encodeURIComponent(name)}`
    for (let page = 1; ; page += 1) {
      const { data }: { data: unknown } = await client.request(
        `GET /repos/${repository}/actions/artifacts?per_page=100&page=${page}${query}`,
      )
      const artifacts = readObjects(data as JsonObject, 'artifacts')
      found.push(...artifacts.filter((artifact) => isWanted(artifact, artifactName, new Set(own), wanted)))
      if (artifacts.length < 100) break
    }
  }
  return found
}

function isWanted(artifact: JsonObject, base: string, own: ReadonlySet<string>, wanted: Wanted): boolean {
  const name = readString(artifact, 'name') ?? ''
  if (readCount(artifact, 'id') === null || readBoolean(artifact, 'expired') === true) return false
  if (wanted.isWhole) return name === base || name.startsWith(`${base}-pr-`)
  if (own.has(name)) return true
  if (name !== base) return false
  const run = readObject(artifact, 'workflow_run')
  return wanted.runs.has(readCount(run, 'id') ?? -1) || wanted.shas.has(readString(run, 'head_sha') ?? '')
}
