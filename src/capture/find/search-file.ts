// Whether a file may tell of something, without parsing it.

import { lstat, open, opendir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ByteSearch } from './byte-search.ts'

const chunkBytes = 1024 * 1024
/** Less at first: most files that hold a word soon do. */
const firstBytes = 128 * 1024
/** Kinds whose bytes are text. In others, such as databases and what is compressed, words need not stand as such. */
const textEndings = new Set(['.jsonl', '.json', '.md', '.txt', '.log', ''])
/** Smaller files are not worth a search, and may only point to what they tell of. */
export const leastBytes = 64 * 1024
/** Files of a folder that are searched, and how deep; one with more is taken unseen. */
const mostFiles = 200
const mostDepth = 3

/**
 * Whether the file or folder, or the folder of the same name in which some tools keep more, holds a word of `search`.
 * True also when it cannot be told: then the reader must say. Rejects with the system's error.
 */
export async function mayHold(path: string, search: ByteSearch, signal: AbortSignal): Promise<boolean> {
  const found = await lstat(path)
  if (found.isDirectory()) return folderMayHold(path, 1, search, signal)
  const ending = extname(path)
  if (found.size < leastBytes || !textEndings.has(ending.toLowerCase())) return true
  if (await fileHolds(path, search, signal)) return true
  const beside = path.slice(0, path.length - ending.length)
  const isFolder = ending !== '' && (await lstat(beside).catch(() => null))?.isDirectory()
  return isFolder === true && folderMayHold(beside, 1, search, signal)
}

async function folderMayHold(
  folder: string,
  depth: number,
  search: ByteSearch,
  signal: AbortSignal,
): Promise<boolean> {
  let seen = 0
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name)
    if (++seen > mostFiles) return true
    if (entry.isDirectory()) {
      if (depth >= mostDepth || (await folderMayHold(path, depth + 1, search, signal))) return true
    } else if (entry.isFile()) {
      if (!textEndings.has(extname(entry.name).toLowerCase())) return true
      if (await fileHolds(path, search, signal)) return true
    }
  }
  return false
}

async function fileHolds(path: string, search: ByteSearch, signal: AbortSignal): Promise<boolean> {
  const overlap = search.longest - 1
  const buffer = Buffer.allocUnsafe(chunkBytes + overlap)
  const handle = await open(path, 'r')
  let isFirst = true
  try {
    for (let kept = 0; ; ) {
      signal.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, kept, isFirst ? firstBytes : chunkBytes)
      isFirst = false
      if (bytesRead === 0) return false
      const end = kept + bytesRead
      if (search.test(buffer.subarray(0, end))) return true
      kept = Math.min(overlap, end)
      buffer.copyWithin(0, end - kept, end)
    }
  } finally {
    await handle.close()
  }
}
