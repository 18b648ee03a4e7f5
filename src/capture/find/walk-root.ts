// Lists what may be sessions in one folder of a tool. Links are not followed, so that nothing outside of it is read.

import type { Dirent } from 'node:fs'
import { lstat, opendir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Root, SessionFile } from '../readers/reader.ts'

export interface WalkOptions {
  signal: AbortSignal
  /** Top folders that may be hostile: a root in one of them must not lead out of it. */
  within: readonly string[]
  /** Entries that may still be looked at; counted down. */
  budget: { left: number }
  /** Told once a folder, in our words. */
  onProblem(folder: string, reason: string): void
  onFile(file: SessionFile): void
}

/** Calls `onFile` with every match, in no order. A folder that is not there is none. */
export async function walkRoot(root: Root, options: WalkOptions): Promise<void> {
  const top = await realpath(root.folder).catch((error: unknown) => {
    tell(options, root.folder, error)
    return null
  })
  if (top === null) return
  if (await leadsOut(root.folder, top, options.within)) {
    options.onProblem(root.folder, 'a link that leads out of the working tree')
    return
  }
  await walk(top, 1, root, top, options)
}

async function walk(
  folder: string,
  depth: number,
  root: Root,
  top: string,
  options: WalkOptions,
): Promise<void> {
  const { signal, budget } = options
  const folders: string[] = []
  let links = 0
  try {
    for await (const entry of await opendir(folder)) {
      signal.throwIfAborted()
      if (budget.left-- <= 0) return
      const path = join(folder, entry.name)
      const isMatch = () => root.match.test(relative(top, path).replaceAll(sep, '/'))
      if (entry.isSymbolicLink()) links += isMatch() || depth < root.depth ? 1 : 0
      else if (isWanted(entry, root) && isMatch()) await take(path, root, options)
      else if (entry.isDirectory() && depth < root.depth) folders.push(path)
    }
  } catch (error) {
    signal.throwIfAborted()
    tell(options, folder, error)
  }
  // A tool’s own folder holds none; in the top of a working tree they are everywhere.
  if (links > 0 && root.depth > 1) options.onProblem(folder, 'links are not followed')
  for (const next of folders) await walk(next, depth + 1, root, top, options)
}

function isWanted(entry: Dirent, { kind }: Root): boolean {
  return kind === 'folder' ? entry.isDirectory() : entry.isFile()
}

async function take(path: string, { kind }: Root, options: WalkOptions): Promise<void> {
  try {
    const { size, mtime } = await lstat(path)
    const times = kind === 'folder' ? await listTimes(path) : await timeOfLog(path)
    const modifiedAt = new Date(Math.max(mtime.getTime(), ...times))
    options.onFile({ path, bytes: kind === 'folder' ? 0 : size, modifiedAt })
  } catch (error) {
    // Gone since it was listed.
    tell(options, path, error)
  }
}

/** Writing to a file does not touch its folder. */
async function listTimes(folder: string): Promise<number[]> {
  const times: number[] = []
  for await (const entry of await opendir(folder)) {
    if (times.length >= 500) break
    if (entry.isFile()) times.push((await lstat(join(folder, entry.name))).mtimeMs)
  }
  return times
}

/** SQLite writes what is new beside the database. */
async function timeOfLog(path: string): Promise<number[]> {
  if (!/\.(?:db|vscdb|sqlite)$/.test(path)) return []
  return lstat(`${path}-wal`).then(
    ({ mtimeMs }) => [mtimeMs],
    () => [],
  )
}

async function leadsOut(folder: string, top: string, within: readonly string[]): Promise<boolean> {
  for (const outer of within) {
    if (!isBelow(outer, folder)) continue
    if (!isBelow(await realpath(outer).catch(() => outer), top)) return true
  }
  return false
}

function isBelow(outer: string, path: string): boolean {
  const way = relative(outer, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[a-z]:|\\\\|\/)/i.test(way)
}

function tell({ onProblem }: WalkOptions, path: string, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return
  onProblem(path, describeSystemError(error))
}

/** A failure of the system in our words: its own may quote what a file holds. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'it is gone'
  if (typeof code === 'string' && /^E[A-Z0-9]{2,20}$/.test(code)) return `cannot be read (${code})`
  return `cannot be read (${error instanceof Error ? error.name : 'unknown'})`
}
