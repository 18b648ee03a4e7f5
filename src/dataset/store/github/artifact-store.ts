// A store in artifacts of workflow runs: the newest one of a name is the newest version. They expire, so a dataset lives on
// only while a run comes before that; and only a run can write one.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import { UsageError } from '../../../report/usage-error.ts'
import { writeFileList } from '../file-list.ts'
import {
  mergeTombstones,
  parseTombstones,
  serializeTombstones,
  type Tombstone,
  tombstonesFile,
} from '../state.ts'
import type { Extent, Store } from '../store.ts'
import { StoreConflictError } from '../store-conflict-error.ts'
import { readZipEntries, readZipEntry } from '../zip/read-zip.ts'
import { unpackVersion } from '../zip/unpack-version.ts'
import { attempt, type GithubPlace, statusOf } from './github-place.ts'
import { download } from './transfer.ts'

/** Uploads the files of `folder` as artifact `name` of this run. */
export type UploadArtifact = (folder: string, name: string) => Promise<void>

const permission = 'actions: read'
const largestTombstones = 16 * 2 ** 20

/**
 * The store in artifacts called `artifactName`; versions are listed as `artifact-<id>`. Without `upload` it can only
 * be read.
 */
export function openArtifactStore(
  place: GithubPlace,
  artifactName: string,
  upload: UploadArtifact | undefined,
): Store {
  const { client, token, repository } = place
  const name = `github-artifact:${repository}/${artifactName}`
  const route = `/repos/${repository}/actions/artifacts`
  const tombstonesName = `${artifactName}-tombstones`
  let seen: number | null = null

  /** Ids, the newest last. Not those of forks, whose workflow files are theirs. */
  const list = (wanted: string, signal: AbortSignal): Promise<number[]> =>
    attempt(`list the artifacts of \`${repository}\``, permission, signal, async () => {
      const found: { id: number; at: string }[] = []
      for (let page = 1; ; page += 1) {
        const query = `per_page=100&page=${page}&name=${encodeURIComponent(wanted)}`
        const { data }: { data: unknown } = await client.request(`GET ${route}?${query}`)
        const artifacts = readObjects(data as JsonObject, 'artifacts')
        for (const artifact of artifacts) {
          const id = readCount(artifact, 'id')
          if (id !== null && readString(artifact, 'name') === wanted && isOwn(artifact))
            found.push({ id, at: readString(artifact, 'created_at') ?? '' })
        }
        if (artifacts.length < 100) break
      }
      return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id)).map(({ id }) => id)
    })

  async function withZip<T>(id: number, signal: AbortSignal, use: (path: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'ai-worklog-'))
    try {
      const path = join(folder, 'artifact.zip')
      const { url } = client.request.endpoint(`GET ${route}/${id}/zip`)
      await attempt(`download artifact ${id} of \`${repository}\``, permission, signal, () =>
        download(url, token, path, signal),
      )
      return await use(path)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  const fetchArtifact = (id: number, into: string, signal: AbortSignal, extent: Extent = 'needed') =>
    withZip(id, signal, (path) => unpackVersion(path, into, `${name} ${id}`, signal, extent))

  function needUpload(): UploadArtifact {
    if (upload !== undefined) return upload
    throw new UsageError(
      `The store \`${name}\` can only be written in a workflow run: use the action, or another store, such as a folder, \`github-branch:\` or \`s3://\``,
    )
  }

  async function readTombstones(signal: AbortSignal): Promise<Tombstone[]> {
    const found: Tombstone[][] = []
    for (const id of await list(tombstonesName, signal))
      await withZip(id, signal, async (path) => {
        const what = `${tombstonesName} ${id}`
        const entry = (await readZipEntries(path, what)).get(tombstonesFile)
        if (entry === undefined || entry.packed > largestTombstones)
          throw new UsageError(`Cannot read \`${what}\``)
        const parts: Uint8Array[] = []
        for await (const part of readZipEntry(path, entry, what)) parts.push(part)
        found.push(parseTombstones(Buffer.concat(parts).toString(), what))
      })
    return mergeTombstones(...found)
  }

  return {
    name,
    leftovers: [`Downloads of artifacts of \`${repository}\``],
    async fetchLatest(into, signal, extent) {
      seen = (await list(artifactName, signal)).at(-1) ?? null
      return seen === null ? null : fetchArtifact(seen, into, signal, extent)
    },
    async fetchVersion(version, into, signal) {
      const id = (await list(artifactName, signal)).find((each) => `artifact-${each}` === version)
      return id === undefined ? null : fetchArtifact(id, into, signal)
    },
    async commit(folder, version, signal) {
      const send = needUpload()
      const now = (await list(artifactName, signal)).at(-1) ?? null
      if (now !== seen) {
        throw new StoreConflictError(
          `Another run added to the store \`${name}\` meanwhile: its newest artifact is ${now} now. Nothing was changed. Run the command again; in a workflow, set \`concurrency\` so that runs wait for each other`,
        )
      }
      await writeFileList(folder, version, signal)
      await send(folder, artifactName)
      seen = (await list(artifactName, signal)).at(-1) ?? null
    },
    listVersions: async (signal) => (await list(artifactName, signal)).map((id) => `artifact-${id}`),
    removeVersion: (version, signal) =>
      attempt(`delete \`${version}\` of \`${repository}\``, 'actions: write', signal, async () => {
        try {
          await client.request(`DELETE ${route}/${version.replace('artifact-', '')}`)
        } catch (error) {
          if (statusOf(error) !== 404) throw error
        }
      }),
    readTombstones,
    async addTombstones(added, signal) {
      const send = needUpload()
      const all = mergeTombstones(await readTombstones(signal), added)
      const folder = await mkdtemp(join(tmpdir(), 'ai-worklog-'))
      try {
        await writeFile(join(folder, tombstonesFile), serializeTombstones(all))
        await send(folder, tombstonesName)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

function isOwn(artifact: JsonObject): boolean {
  const run = readObject(artifact, 'workflow_run')
  const [repository, head] = [readCount(run, 'repository_id'), readCount(run, 'head_repository_id')]
  return readBoolean(artifact, 'expired') !== true && repository !== null && repository === head
}
