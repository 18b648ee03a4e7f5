// A store in a branch: every version is a folder, every change a commit that follows what was seen.

import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../report/usage-error.ts'
import { fileListName, parseFileList, writeFileList } from '../file-list.ts'
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
import { writeReceived } from '../write-received.ts'
import { type BranchTip, openGitBranch, type TreeEntry } from './git-branch.ts'
import type { GithubPlace } from './github-place.ts'

/** GitHub takes no larger file into a repository. */
const largestBlob = 100 * 2 ** 20

/** The store in `branch`, which is made at the first commit; only the repository must have one already. */
export function openBranchStore(place: GithubPlace, branch: string): Store {
  const name = `github-branch:${place.repository}@${branch}`
  const git = openGitBranch(place, branch)
  let seen: string | null = null

  async function readText(tip: BranchTip | null, path: string, signal: AbortSignal): Promise<string | null> {
    const entry = tip?.entries.find((each) => each.path === path && each.type === 'blob')
    return entry?.sha === undefined ? null : (await git.readBlob(entry.sha, signal)).toString()
  }

  async function readLatest(tip: BranchTip | null, signal: AbortSignal): Promise<string | null> {
    const text = await readText(tip, latestFile, signal)
    return text === null ? null : parseLatest(text, `${name} ${latestFile}`)
  }

  async function listFiles(tip: BranchTip | null, version: string, signal: AbortSignal) {
    const entry = tip?.entries.find(({ path, type }) => path === version && type === 'tree')
    return entry?.sha === undefined ? new Map<string, string>() : git.listFiles(entry.sha, signal)
  }

  async function fetchFrom(
    tip: BranchTip | null,
    version: string,
    into: string,
    signal: AbortSignal,
    extent: Extent = 'needed',
  ): Promise<StoredVersion | null> {
    const shas = await listFiles(tip, version, signal)
    const listSha = shas.get(fileListName)
    if (listSha === undefined) return null
    const text = (await git.readBlob(listSha, signal)).toString()
    await mkdir(into, { recursive: true })
    for (const file of parseFileList(text, `${name} ${version}/${fileListName}`).files) {
      if (!isWanted(file.path, extent)) continue
      const what = `${name} ${version}/${file.path}`
      const sha = shas.get(file.path)
      if (sha === undefined)
        throw new UsageError(
          `\`${what}\` is missing. Restore it, or name an older version in \`${latestFile}\``,
        )
      await writeReceived([await git.readBlob(sha, signal)], file, join(into, file.path), what, signal)
    }
    await writeFile(join(into, fileListName), text)
    return { version, folder: into }
  }

  async function commit(folder: string, version: string, signal: AbortSignal): Promise<void> {
    const tip = await git.readTip(signal)
    const now = await readLatest(tip, signal)
    if (now !== seen) throw toMovedError(name, seen, now)
    if (now !== null && compareVersions(version, now) <= 0)
      throw new StoreConflictError(
        `The store \`${name}\` already has version \`${now}\`, not before \`${version}\``,
      )
    const { files } = await writeFileList(folder, version, signal)
    const tooLarge = files.find(({ bytes }) => bytes > largestBlob)
    if (tooLarge !== undefined) {
      throw new UsageError(
        `\`${tooLarge.path}\` has ${tooLarge.bytes} bytes, more than the ${largestBlob} that GitHub takes into a branch. Use \`github-release:\` or \`s3://\` as the store`,
      )
    }
    // What the version before has, too, need not be sent again.
    const known = new Set(now === null ? [] : (await listFiles(tip, now, signal)).values())
    const entries: TreeEntry[] = []
    for (const path of [...files.map((file) => file.path), fileListName]) {
      const content = await readFile(join(folder, path))
      const own = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')
      const sha = known.has(own) ? own : await git.writeBlob(content, signal)
      entries.push({ path: `${version}/${path}`, mode: '100644', type: 'blob', sha })
    }
    entries.push(toFile(latestFile, serializeLatest(version)))
    if (!(await git.commit(tip, { entries, isWhole: false, message: `Add version ${version}` }, signal)))
      throw toMovedError(name, seen, await readLatest(await git.readTip(signal), signal))
    seen = version
  }

  /** Commits what `change` makes of the tip; again when the branch moves meanwhile. */
  async function change(
    message: string,
    signal: AbortSignal,
    make: (tip: BranchTip | null) => Promise<{ entries: TreeEntry[]; isWhole: boolean }>,
  ): Promise<void> {
    for (let attempts = 1; attempts <= 5; attempts += 1) {
      const tip = await git.readTip(signal)
      if (await git.commit(tip, { ...(await make(tip)), message }, signal)) return
    }
    throw new StoreConflictError(
      `Others keep writing into \`${name}\`. Run the command again when they have ended`,
    )
  }

  async function tombstonesIn(tip: BranchTip | null, signal: AbortSignal): Promise<Tombstone[]> {
    const text = await readText(tip, tombstonesFile, signal)
    return text === null ? [] : parseTombstones(text, `${name} ${tombstonesFile}`)
  }

  return {
    name,
    leftovers: [
      `The history of the branch \`${branch}\` of \`${place.repository}\`, its clones and forks: replace the branch by one commit without history (\`git checkout --orphan\`), push it by force, and ask GitHub’s support to remove what is no longer reachable`,
    ],
    async fetchLatest(into, signal, extent) {
      const tip = await git.readTip(signal)
      seen = await readLatest(tip, signal)
      if (seen === null) return null
      const found = await fetchFrom(tip, seen, into, signal, extent)
      if (found !== null) return found
      throw new UsageError(
        `\`${name} ${seen}/${fileListName}\` is missing. Restore it, or name an older version in \`${latestFile}\``,
      )
    },
    fetchVersion: async (version, into, signal) =>
      fetchFrom(await git.readTip(signal), version, into, signal),
    commit,
    async listVersions(signal) {
      const entries = (await git.readTip(signal))?.entries ?? []
      return entries
        .filter(({ type, path }) => type === 'tree' && isVersion(path))
        .map(({ path }) => path)
        .sort(compareVersions)
    },
    removeVersion: (version, signal) =>
      change(`Remove version ${version}`, signal, async (tip) => ({
        entries: (tip?.entries ?? []).filter(({ path }) => path !== version),
        isWhole: true,
      })),
    readTombstones: async (signal) => tombstonesIn(await git.readTip(signal), signal),
    addTombstones: (added, signal) =>
      change('Add tombstones', signal, async (tip) => {
        const all = mergeTombstones(await tombstonesIn(tip, signal), added)
        return { entries: [toFile(tombstonesFile, serializeTombstones(all))], isWhole: false }
      }),
  }
}

function toFile(path: string, content: string): TreeEntry {
  return { path, mode: '100644', type: 'blob', content }
}
