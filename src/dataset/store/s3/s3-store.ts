// A store in a bucket. A run claims its version by `files.json`, which only one can create, uploads what it lists, and then
// moves `latest.json` from what it has seen, which only one can do.

import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../report/usage-error.ts'
import { fileListName, parseFileList, writeFileList } from '../file-list.ts'
import { latestFile, parseLatest, serializeLatest } from '../latest.ts'
import { runBounded } from '../run-bounded.ts'
import { mergeTombstones, parseTombstones, serializeTombstones, tombstonesFile } from '../state.ts'
import { type Extent, isWanted, type Store, type StoredVersion } from '../store.ts'
import { StoreConflictError, toMovedError } from '../store-conflict-error.ts'
import { compareVersions, isVersion } from '../version.ts'
import { openS3Files } from './s3-files.ts'
import { parseS3Location, readEndpoint } from './s3-location.ts'

const transfers = 6

/** In milliseconds: nothing written below a claim for this long means that its run is dead. */
const deadAfter = 1_800_000

/** The store at `location`, such as `s3://bucket/prefix`; credentials and region come from the environment. */
export function openS3Store(location: string, env: Readonly<Record<string, string | undefined>>): Store {
  const parsed = parseS3Location(location)
  const name = `s3://${parsed.bucket}/${parsed.prefix}`.replace(/\/$/, '')
  const files = openS3Files(parsed, readEndpoint(env), env)
  let seen: { version: string | null; tag: string | null } = { version: null, tag: null }

  async function readLatest(signal: AbortSignal): Promise<typeof seen> {
    const found = await files.readText(latestFile, signal)
    if (found === null) return { version: null, tag: null }
    return { version: parseLatest(found.text, `${name}/${latestFile}`), tag: found.tag }
  }

  async function fetchVersion(
    version: string,
    into: string,
    signal: AbortSignal,
    extent: Extent = 'needed',
  ): Promise<StoredVersion | null> {
    const found = await files.readText(`${version}/${fileListName}`, signal)
    if (found === null) return null
    const list = parseFileList(found.text, `${name}/${version}/${fileListName}`)
    await mkdir(into, { recursive: true })
    const needed = list.files.filter(({ path }) => isWanted(path, extent))
    await runBounded(needed, transfers, (file) =>
      files.download(`${version}/${file.path}`, file, join(into, file.path), signal),
    )
    await writeFile(join(into, fileListName), found.text)
    return { version, folder: into }
  }

  /** Makes `version` ours: no other run then writes below it. */
  async function claim(version: string, text: string, signal: AbortSignal): Promise<void> {
    const key = `${version}/${fileListName}`
    if ((await files.writeText(key, text, null, signal)) === false) await takeOver(version, text, signal)
    // What an upload that was stopped brought in after it was cleared.
    await files.remove(`${version}/`, key, signal)
  }

  /** Makes the claim of a dead run ours. */
  async function takeOver(version: string, text: string, signal: AbortSignal): Promise<void> {
    const key = `${version}/${fileListName}`
    const [claimed, youngest] = await Promise.all([
      files.readText(key, signal),
      files.youngest(`${version}/`, signal),
    ])
    // The answer to our own claim was lost, and the client has asked again.
    if (claimed?.text === text) return
    const age = youngest === null ? deadAfter : Date.now() - youngest.getTime()
    if (claimed !== null && age >= deadAfter) {
      if ((await files.writeText(key, text, claimed.tag, signal)) !== false) return
    }
    throw new StoreConflictError(
      `Another run began to write version \`${version}\` into the store \`${name}\`; it last wrote ${Math.round(age / 60_000)} minutes ago. Run the command again when it has ended. If it has died, delete \`${name}/${version}/\` or wait until half an hour has passed`,
    )
  }

  async function commit(folder: string, version: string, signal: AbortSignal): Promise<void> {
    const now = await readLatest(signal)
    if (now.version !== seen.version) throw toMovedError(name, seen.version, now.version)
    if (now.version !== null && compareVersions(version, now.version) <= 0)
      throw new StoreConflictError(
        `The store \`${name}\` already has version \`${now.version}\`, not before \`${version}\``,
      )
    const list = await writeFileList(folder, version, signal, randomUUID())
    await claim(version, list.text, signal)
    try {
      await runBounded(list.files, transfers, (file) =>
        files.upload(join(folder, file.path), file, `${version}/${file.path}`, signal),
      )
      signal.throwIfAborted()
      if (!(await isOurs(version, list.text))) throw toMovedError(name, seen.version, version)
      const tag = await files.writeText(latestFile, serializeLatest(version), seen.tag, unstoppable)
      const latest = tag === false ? await readLatest(unstoppable) : { version, tag }
      // It names our version, which no other run can have: only the answer was lost.
      if (latest.version !== version) throw toMovedError(name, seen.version, latest.version)
      seen = latest
    } catch (error) {
      await takeBack(version, list.text)
      throw error
    }
  }

  /** False when this run was taken for dead. */
  async function isOurs(version: string, text: string): Promise<boolean> {
    return (await files.readText(`${version}/${fileListName}`, unstoppable))?.text === text
  }

  /**
   * Clears what a failed commit left, the claim last; what cannot be cleared now is cleared after {@link deadAfter}.
   */
  async function takeBack(version: string, text: string): Promise<void> {
    try {
      const latest = await readLatest(unstoppable)
      if (latest.version === version || !(await isOurs(version, text))) return
      const key = `${version}/${fileListName}`
      await files.remove(`${version}/`, key, unstoppable)
      await files.remove(key, null, unstoppable)
    } catch {
      // The failure to tell is the first one.
    }
  }

  return {
    name,
    leftovers: [
      `Former versions of objects in \`${name}\`, when the bucket keeps them and the credentials lack \`s3:ListBucketVersions\` and \`s3:DeleteObjectVersion\`, and its replicas and backups`,
    ],
    async fetchLatest(into, signal, extent) {
      seen = await readLatest(signal)
      if (seen.version === null) return null
      const found = await fetchVersion(seen.version, into, signal, extent)
      if (found !== null) return found
      throw new UsageError(
        `\`${name}/${seen.version}/${fileListName}\` is missing. Restore it, or name an older version in \`${name}/${latestFile}\``,
      )
    },
    fetchVersion: (version, into, signal) => fetchVersion(version, into, signal),
    commit,
    async listVersions(signal) {
      return (await files.listFolders(signal)).filter(isVersion).sort(compareVersions)
    },
    removeVersion: (version, signal) => files.remove(`${version}/`, null, signal),
    async readTombstones(signal) {
      const found = await files.readText(tombstonesFile, signal)
      return found === null ? [] : parseTombstones(found.text, `${name}/${tombstonesFile}`)
    },
    async addTombstones(added, signal) {
      for (let attempts = 1; attempts <= 5; attempts += 1) {
        const found = await files.readText(tombstonesFile, signal)
        const known = found === null ? [] : parseTombstones(found.text, `${name}/${tombstonesFile}`)
        const text = serializeTombstones(mergeTombstones(known, added))
        if ((await files.writeText(tombstonesFile, text, found?.tag ?? null, signal)) !== false) return
      }
      throw new StoreConflictError(
        `Other runs keep writing \`${name}/${tombstonesFile}\`. Run the command again when they have ended`,
      )
    },
  }
}

/** What must end once it has begun. */
const unstoppable = new AbortController().signal
