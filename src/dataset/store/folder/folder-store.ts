// A store in a folder: versions are folders that appear by one rename, `latest.json` is replaced last.

import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../../../report/usage-error.ts'
import { expectFile, fileListName, parseFileList, sumFile, writeFileList } from '../file-list.ts'
import { latestFile, parseLatest, serializeLatest } from '../latest.ts'
import {
  mergeTombstones,
  parseTombstones,
  serializeTombstones,
  type Tombstone,
  tombstonesFile,
} from '../state.ts'
import { type Extent, isWanted, type Store, type StoredVersion } from '../store.ts'
import { StoreConflictError, toMovedError } from '../store-conflict-error.ts'
import { compareVersions, isVersion } from '../version.ts'
import { withLock } from './folder-lock.ts'

const partial = /^\..+\.partial$/

/** The store in `root`, which is made at the first commit. */
export function openFolderStore(root: string): Store {
  let seen: string | null = null
  const read = (name: string) => readIfThere(join(root, name))

  async function readLatest(): Promise<string | null> {
    const text = await read(latestFile)
    return text === null ? null : parseLatest(text, join(root, latestFile))
  }

  async function listVersions(): Promise<string[]> {
    const entries = await readdir(root, { withFileTypes: true }).catch((error: Error) => {
      if (isMissing(error)) return []
      throw new UsageError(`Cannot read the store \`${root}\`: ${error.message}`, { cause: error })
    })
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    return names.filter(isVersion).sort(compareVersions)
  }

  async function fetchVersion(
    version: string,
    _into: string,
    signal: AbortSignal,
    extent: Extent = 'needed',
  ): Promise<StoredVersion | null> {
    const folder = join(root, version)
    const text = await readIfThere(join(folder, fileListName))
    if (text === null) return null
    const { files } = parseFileList(text, join(folder, fileListName))
    for (const file of files.filter(({ path }) => isWanted(path, extent))) {
      const path = join(folder, file.path)
      const found = await sumFile(path, signal).catch((error: Error) => {
        throw isMissing(error)
          ? new UsageError(`\`${path}\` is missing. ${restore}`, { cause: error })
          : error
      })
      expectFile(file, found, path)
    }
    return { version, folder }
  }

  async function add(folder: string, version: string, signal: AbortSignal): Promise<void> {
    const now = await readLatest()
    if (now !== seen) throw toMovedError(root, seen, now)
    if (now !== null && compareVersions(version, now) <= 0) {
      throw new StoreConflictError(
        `The store \`${root}\` already has version \`${now}\`, not before \`${version}\``,
      )
    }
    // Whoever writes has the lock: these are of dead runs.
    for (const name of await readdir(root))
      if (partial.test(name) || name === version) await rm(join(root, name), { recursive: true })
    const staged = join(root, `.${version}.partial`)
    try {
      const { files } = await writeFileList(folder, version, signal)
      for (const path of [...files.map((file) => file.path), fileListName]) {
        signal.throwIfAborted()
        await mkdir(dirname(join(staged, path)), { recursive: true })
        await copyFile(join(folder, path), join(staged, path), constants.COPYFILE_FICLONE)
      }
      signal.throwIfAborted()
      await rename(staged, join(root, version))
    } catch (error) {
      await rm(staged, { recursive: true, force: true })
      throw error
    }
    await replace(latestFile, serializeLatest(version))
    seen = version
  }

  async function replace(name: string, text: string): Promise<void> {
    const temporary = join(root, `.${name}.partial`)
    await writeFile(temporary, text)
    await rename(temporary, join(root, name))
  }

  async function readTombstones(): Promise<Tombstone[]> {
    const text = await read(tombstonesFile)
    return text === null ? [] : parseTombstones(text, join(root, tombstonesFile))
  }

  /** Runs `work` as the only writer. */
  async function write(work: () => Promise<void>): Promise<void> {
    try {
      await mkdir(root, { recursive: true })
      const explainLock = (process: string) =>
        new StoreConflictError(
          `Another run (${process}) is writing into the store \`${root}\`. Run the command again when it has ended`,
        )
      await withLock(root, explainLock, work)
    } catch (error) {
      throw explain(error, root)
    }
  }

  return {
    name: root,
    leftovers: [],
    async fetchLatest(into, signal, extent) {
      seen = await readLatest()
      if (seen === null) return null
      const found = await fetchVersion(seen, into, signal, extent)
      if (found !== null) return found
      throw new UsageError(`\`${join(root, seen, fileListName)}\` is missing. ${restore}`)
    },
    fetchVersion: (version, into, signal) => fetchVersion(version, into, signal),
    commit: (folder, version, signal) => write(() => add(folder, version, signal)),
    listVersions,
    removeVersion: (version) =>
      write(async () => {
        // By one rename: an interrupted removal leaves no half version.
        const aside = join(root, `.${version}.partial`)
        await rm(aside, { recursive: true, force: true })
        await rename(join(root, version), aside)
        await rm(aside, { recursive: true })
      }),
    readTombstones,
    addTombstones: (added) =>
      write(async () =>
        replace(tombstonesFile, serializeTombstones(mergeTombstones(await readTombstones(), added))),
      ),
  }
}

const restore = 'Restore it, or name an older version in the store’s `latest.json`'

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw new UsageError(`Cannot read \`${path}\`: ${error instanceof Error ? error.message : error}`)
  }
}

/** A full disk and missing rights are the user’s to mend. */
function explain(error: unknown, root: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC' || code === 'EEXIST' || code === 'ENOTDIR')
    return new UsageError(`Cannot write into the store \`${root}\`: ${(error as Error).message}`, {
      cause: error,
    })
  return error
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
