// Reads files out of a zip on disk by its central directory, one at a time: it may be larger than memory.

import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { UsageError } from '../../../report/usage-error.ts'
import {
  endSize,
  findContent,
  findDirectory,
  type Header,
  localSize,
  longestComment,
  readHeader,
} from '../../zip-layout.ts'

/** In bytes. */
const largestDirectory = 64 * 2 ** 20

/**
 * The files of the zip at `path`, by name. Throws a UsageError, naming `place`, for what is no zip or larger than 4
 * GiB.
 */
export async function readZipEntries(path: string, place: string): Promise<Map<string, Header>> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const length = Math.min(size, endSize + longestComment)
    const directory = findDirectory(await readAt(file, size - length, length))
    if (directory === null) throw fail(place, 'it is no zip')
    if (directory.isZip64 || directory.length > largestDirectory)
      throw fail(place, 'it is larger than 4 GiB; use `s3://` or a folder as the store')
    return parseDirectory(await readAt(file, directory.offset, directory.length), place)
  } finally {
    await file.close()
  }
}

/**
 * The bytes of `entry`, unpacked; whoever reads them caps them. Throws a UsageError, naming `place`, when it is
 * damaged.
 */
export async function* readZipEntry(path: string, entry: Header, place: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  const local = await readAt(file, entry.local, localSize).finally(() => file.close())
  const behind = findContent(local, 0)
  if (behind === null) throw fail(place, 'it is damaged')
  const start = entry.local + behind
  if (entry.packed === 0) return
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 })
  if (entry.method === 0) return yield* packed
  const unpacked = createInflateRaw()
  packed.on('error', (error) => unpacked.destroy(error))
  try {
    yield* packed.pipe(unpacked)
  } catch (error) {
    const isDamage = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
    throw isDamage
      ? fail(place, `\`${entry.name.slice(0, 100)}\` in it is damaged (${error.message})`)
      : error
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
}

function parseDirectory(directory: Buffer, place: string): Map<string, Header> {
  const entries = new Map<string, Header>()
  for (let at = 0; at < directory.length; ) {
    const header = readHeader(directory, at, directory.length)
    if (header === null) throw fail(place, 'its directory is damaged')
    const { name, method, isFolder, isZip64, next } = header
    if ((method !== 0 && method !== 8) || isZip64)
      throw fail(place, `\`${name.slice(0, 100)}\` in it is packed in a way that is not read`)
    if (!isFolder) entries.set(name, header)
    at = next
  }
  return entries
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function fail(place: string, reason: string): UsageError {
  return new UsageError(`Cannot read \`${place}\`: ${reason}`)
}
