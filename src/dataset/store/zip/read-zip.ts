// Reads files out of a zip on disk by its central directory, one at a time: it may be larger than memory.

import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { UsageError } from '../../../report/usage-error.ts'

export interface ZipEntry {
  name: string
  /** 0 stored, 8 deflated. */
  method: number
  /** Bytes in the zip. */
  packed: number
  /** Where its header starts. */
  offset: number
}

/** End record, its longest comment, and the largest directory that is read. */
const endLength = 22
const longestComment = 65_535
const largestDirectory = 64 * 2 ** 20

/**
 * The files of the zip at `path`, by name. Throws a UsageError, naming `place`, for what is no zip or larger than 4
 * GiB.
 */
export async function readZipEntries(path: string, place: string): Promise<Map<string, ZipEntry>> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = await readAt(
      file,
      Math.max(0, size - endLength - longestComment),
      Math.min(size, endLength + longestComment),
    )
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    if (end === -1 || end + endLength > tail.length) throw fail(place, 'it is no zip')
    const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    if (start === 0xffff_ffff || length > largestDirectory)
      throw fail(place, 'it is larger than 4 GiB; use `s3://` or a folder as the store')
    return parseDirectory(await readAt(file, start, length), place)
  } finally {
    await file.close()
  }
}

/**
 * The bytes of `entry`, unpacked; whoever reads them caps them. Throws a UsageError, naming `place`, when it is
 * damaged.
 */
export async function* readZipEntry(
  path: string,
  entry: ZipEntry,
  place: string,
): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  const header = await readAt(file, entry.offset, 30).finally(() => file.close())
  if (header.length < 30) throw fail(place, 'it is cut off')
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
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

function parseDirectory(directory: Buffer, place: string): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.toString('latin1', at, at + 4) !== 'PK\x01\x02')
      throw fail(place, 'its directory is damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset))
    const end = at + 46 + (nameLength ?? 0)
    const name = directory.toString('utf8', at + 46, end)
    const method = directory.readUInt16LE(at + 10)
    const packed = directory.readUInt32LE(at + 20)
    const offset = directory.readUInt32LE(at + 42)
    if ((method !== 0 && method !== 8) || packed === 0xffff_ffff || offset === 0xffff_ffff)
      throw fail(place, `\`${name.slice(0, 100)}\` in it is packed in a way that is not read`)
    if (!name.endsWith('/')) entries.set(name, { name, method, packed, offset })
    at = end + (extra ?? 0) + (comment ?? 0)
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
