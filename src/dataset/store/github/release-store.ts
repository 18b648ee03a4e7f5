// A store in releases: one for each version, a draft until all of it is there. `store.zip` is for the next run,
// `dataset.zip` for people.

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPages } from '../../../api/read-pages.ts'
import { type JsonObject, readBoolean, readCount, readObjects, readString } from '../../../core/json.ts'
import { UsageError } from '../../../report/usage-error.ts'
import { fileListName, parseFileList, sumFile, writeFileList } from '../file-list.ts'
import { mergeTombstones, parseTombstones, serializeTombstones, type Tombstone } from '../state.ts'
import { isNeeded, type Store, type StoredVersion } from '../store.ts'
import { StoreConflictError, toMovedError } from '../store-conflict-error.ts'
import { compareVersions, isVersion } from '../version.ts'
import { unpackFiles, unpackVersion } from '../zip/unpack-version.ts'
import { writeZip } from '../zip/write-zip.ts'
import { attempt, type GithubPlace, statusOf } from './github-place.ts'
import { download, upload } from './transfer.ts'

/** Before the version’s number. */
const tagPrefix = 'ai-worklog-dataset-v'

const permission = 'contents: write'
/** GitHub takes no larger asset. */
const largestAsset = 2 * 2 ** 30 - 1
/** In milliseconds: a draft of this age is of a run that died. */
const deadAfter = 6 * 3_600_000

interface Release {
  id: number
  version: string
  isDraft: boolean
  createdAt: string
  uploadUrl: string
  assets: { name: string; url: string }[]
}

/** The store in the releases of `place`. */
export function openReleaseStore(place: GithubPlace): Store {
  const { client, token, repository } = place
  const name = `github-release:${repository}`
  const route = `/repos/${repository}/releases`
  let seen: string | null = null

  const list = (signal: AbortSignal): Promise<Release[]> =>
    attempt(`list the releases of \`${repository}\``, permission, signal, async () => {
      const releases: Release[] = []
      for await (const { items } of readPages(client, `GET ${route}`))
        for (const item of items) {
          const release = toRelease(item)
          if (release !== null) releases.push(release)
        }
      return releases.sort((a, b) => compareVersions(a.version, b.version))
    })
  const published = async (signal: AbortSignal) => (await list(signal)).filter(({ isDraft }) => !isDraft)
  const send = (doing: string, request: string, body: JsonObject, signal: AbortSignal) =>
    attempt(doing, permission, signal, async () => {
      const { data }: { data: unknown } = await client.request(request, body)
      return data as JsonObject
    })

  async function fetchRelease(
    release: Release,
    into: string,
    signal: AbortSignal,
  ): Promise<StoredVersion | null> {
    return withAsset(release, 'store.zip', signal, (path, what) => unpackVersion(path, into, what, signal))
  }

  /** Adds to what {@link fetchRelease} brought into `folder` what only people need. */
  async function fetchRest(release: Release, { folder }: StoredVersion, signal: AbortSignal): Promise<void> {
    const place = join(folder, fileListName)
    const { files } = parseFileList(await readFile(place, 'utf8'), place)
    const rest = files.filter(({ path }) => !isNeeded(path))
    const found = await withAsset(release, 'dataset.zip', signal, async (path, what) => {
      await unpackFiles(path, rest, folder, what, signal)
      return true
    })
    if (found !== null || rest.length === 0) return
    throw new UsageError(`\`${name} ${release.version}/dataset.zip\` is missing. Restore it`)
  }

  /** Null when `release` has no asset of that name; `use` gets its file and what messages say. */
  async function withAsset<T>(
    release: Release,
    asset: string,
    signal: AbortSignal,
    use: (path: string, what: string) => Promise<T>,
  ): Promise<T | null> {
    const url = release.assets.find((each) => each.name === asset)?.url
    if (url === undefined) return null
    const what = `${name} ${release.version}/${asset}`
    return inTemporary(async (folder) => {
      const path = join(folder, asset)
      await attempt(`download \`${what}\``, permission, signal, () => download(url, token, path, signal))
      return use(path, what)
    })
  }

  async function addAsset(release: Release, path: string, asset: string, signal: AbortSignal): Promise<void> {
    const { size } = await stat(path)
    if (size > largestAsset) {
      throw new UsageError(
        `\`${asset}\` has ${size} bytes, more than the ${largestAsset} that GitHub takes into a release. Use \`s3://\` or a folder as the store`,
      )
    }
    const url = `${release.uploadUrl}?name=${encodeURIComponent(asset)}`
    await attempt(`upload \`${asset}\` into a release of \`${repository}\``, permission, signal, () =>
      upload(url, token, path, size, signal),
    )
  }

  async function commit(folder: string, version: string, signal: AbortSignal): Promise<void> {
    const releases = await list(signal)
    expectUnmoved(releases)
    if (seen !== null && compareVersions(version, seen) <= 0)
      throw new StoreConflictError(
        `The store \`${name}\` already has version \`${seen}\`, not before \`${version}\``,
      )
    for (const draft of releases.filter(
      ({ isDraft, createdAt }) => isDraft && Date.now() - Date.parse(createdAt) > deadAfter,
    ))
      await send('delete a draft release', `DELETE ${route}/${draft.id}`, {}, signal)
    const { files } = await writeFileList(folder, version, signal)
    const paths = files.map(({ path }) => path)
    const release = toRelease(
      await send(
        `make a release of \`${repository}\``,
        `POST ${route}`,
        {
          tag_name: tagPrefix + version,
          name: `Dataset ${version}`,
          body: '`dataset.zip` is the dataset; `store.zip` is what the next run of ai-worklog needs.',
          draft: true,
          make_latest: 'false',
        },
        signal,
      ),
    )
    if (release === null) throw new Error('GitHub’s answer is no release')
    try {
      await inTemporary(async (temporary) => {
        const parts: [string, string[]][] = [
          ['store.zip', [fileListName, ...paths.filter(isNeeded)]],
          ['dataset.zip', paths.filter((path) => path.startsWith('dataset/'))],
        ]
        for (const [asset, members] of parts) {
          await writeZip(folder, members, join(temporary, asset), signal)
          await addAsset(release, join(temporary, asset), asset, signal)
        }
      })
      expectUnmoved(await list(signal))
      await publish(release, version, signal)
      seen = version
    } catch (error) {
      await client.request(`DELETE ${route}/${release.id}`).catch(() => {})
      throw error
    }
  }

  function expectUnmoved(releases: readonly Release[]): void {
    const now = releases.findLast(({ isDraft }) => !isDraft)?.version ?? null
    if (now !== seen) throw toMovedError(name, seen, now)
  }

  /** GitHub lets only one release have a tag. */
  async function publish(release: Release, version: string, signal: AbortSignal): Promise<void> {
    await attempt(`publish a release of \`${repository}\``, permission, signal, async () => {
      try {
        await client.request(`PATCH ${route}/${release.id}`, { draft: false, make_latest: 'false' })
      } catch (error) {
        throw statusOf(error) === 422 ? toMovedError(name, seen, version) : error
      }
    })
  }

  /** Those in the newest release; a build takes them into the state of the next. */
  async function readTombstones(release: Release | undefined, signal: AbortSignal): Promise<Tombstone[]> {
    const assets = (release?.assets ?? []).filter((asset) => asset.name.startsWith('tombstones-'))
    const found: Tombstone[][] = []
    for (const asset of assets)
      await inTemporary(async (folder) => {
        const path = join(folder, 'tombstones.json')
        await attempt(`download \`${asset.name}\``, permission, signal, () =>
          download(asset.url, token, path, signal),
        )
        found.push(parseTombstones(await readFile(path, 'utf8'), `${name} ${asset.name}`))
      })
    return mergeTombstones(...found)
  }

  return {
    name,
    leftovers: [
      `Downloads of releases of \`${repository}\`, and what watchers of the repository got of them`,
    ],
    async fetchLatest(into, signal, extent) {
      const release = (await published(signal)).at(-1)
      seen = release?.version ?? null
      if (release === undefined) return null
      const found = await fetchRelease(release, into, signal)
      if (found !== null && extent === 'whole') await fetchRest(release, found, signal)
      if (found !== null) return found
      throw new UsageError(
        `\`${name} ${seen}/store.zip\` is missing. Restore it, or delete the release \`${tagPrefix}${seen}\` to go on from the version before`,
      )
    },
    async fetchVersion(version, into, signal) {
      const release = (await published(signal)).find((each) => each.version === version)
      return release === undefined ? null : fetchRelease(release, into, signal)
    },
    commit,
    listVersions: async (signal) => (await published(signal)).map(({ version }) => version),
    async removeVersion(version, signal) {
      for (const release of (await list(signal)).filter((each) => each.version === version)) {
        await send(`delete version \`${version}\``, `DELETE ${route}/${release.id}`, {}, signal)
        if (!release.isDraft) {
          const ref = `/repos/${repository}/git/refs/tags/${tagPrefix}${version}`
          await client.request(`DELETE ${ref}`).catch(() => {})
        }
      }
    },
    readTombstones: async (signal) => readTombstones((await published(signal)).at(-1), signal),
    async addTombstones(added, signal) {
      const release = (await published(signal)).at(-1)
      if (release === undefined)
        throw new UsageError(`The store \`${name}\` has no version to keep tombstones in`)
      // A file for each set of them: none is ever replaced, so none is lost in between.
      const all = mergeTombstones(await readTombstones(release, signal), added)
      await inTemporary(async (folder) => {
        const path = join(folder, 'tombstones.json')
        await writeFile(path, serializeTombstones(all))
        const { sha256 } = await sumFile(path, signal)
        const asset = `tombstones-${sha256.slice(0, 16)}.json`
        if (!release.assets.some((each) => each.name === asset)) await addAsset(release, path, asset, signal)
      })
    },
  }
}

/** Null for a release that is none of ours. */
function toRelease(item: JsonObject): Release | null {
  const tag = readString(item, 'tag_name') ?? ''
  const id = readCount(item, 'id')
  const version = tag.slice(tagPrefix.length)
  if (id === null || !tag.startsWith(tagPrefix) || !isVersion(version)) return null
  return {
    id,
    version,
    isDraft: readBoolean(item, 'draft') ?? false,
    createdAt: readString(item, 'created_at') ?? '',
    uploadUrl: (readString(item, 'upload_url') ?? '').replace(/\{.*$/, ''),
    assets: readObjects(item, 'assets').map((asset) => ({
      name: readString(asset, 'name') ?? '',
      url: readString(asset, 'url') ?? '',
    })),
  }
}

async function inTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ai-worklog-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
