// Reads a zip in memory, within caps on what really comes out: 194 KB of zip can hold 200 MB, and say that they hold little.
// Not by a library, because those at hand trust the sizes that the archive names and check no CRC.

import { crc32, inflateRawSync } from 'node:zlib'
import { type Directory, findContent, findDirectory, type Header, readHeader } from '../zip-layout.ts'

/** Why a zip was not read. `too-large` and `too-many-entries` are caps; the others are what is wrong with it. */
export type ZipReason =
  | 'not-a-zip'
  | 'broken'
  | 'wrong-checksum'
  | 'encrypted'
  | 'unsupported'
  | 'too-large'
  | 'too-many-entries'

/** Thrown for a zip that is not taken. The message is ours and holds no text of the archive. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly reason: ZipReason

  constructor(reason: ZipReason, message: string) {
    super(message)
    this.reason = reason
  }
}

export interface ZipCaps {
  /** Bytes that all entries may have together when unpacked. */
  maxBytes: number
  /** Bytes that one of them may have; default all. */
  maxEntryBytes?: number
  /** Entries, folders and those that are not accepted included. */
  maxEntries: number
  /** Which entries to unpack, by name; default all. */
  accepts?: (name: string) => boolean
}

export interface ZipEntry {
  /** As the archive says: a stranger’s text, never a path to write to. */
  name: string
  bytes: Buffer
}

/** The files in `bytes`, in the order of its directory; folders are left out. Throws a {@link ZipError}. */
export function readZip(bytes: Buffer, caps: ZipCaps): ZipEntry[] {
  const { maxBytes, maxEntryBytes = maxBytes, maxEntries, accepts = () => true } = caps
  const directory = findDirectory(bytes)
  if (directory === null) throw new ZipError('not-a-zip', 'It is not a zip archive')
  if (directory.isZip64) throw zip64()
  if (directory.count > maxEntries) {
    throw new ZipError('too-many-entries', `It holds ${directory.count} entries, more than ${maxEntries}`)
  }
  const entries: ZipEntry[] = []
  let left = maxBytes
  for (const { header, content } of listFiles(bytes, directory, accepts)) {
    const unpacked = unpack(content, header, Math.min(left, maxEntryBytes))
    if (unpacked === null) {
      const most = `${maxBytes} bytes, or ${maxEntryBytes} in one file`
      throw new ZipError('too-large', `It unpacks to more than ${most}`)
    }
    left -= unpacked.length
    entries.push({ name: header.name, bytes: unpacked })
  }
  return entries
}

/** Every number is checked against the bytes that are there. */
function* listFiles(bytes: Buffer, directory: Directory, accepts: (name: string) => boolean) {
  let at = directory.offset
  for (let index = 0; index < directory.count; index += 1) {
    const header = readHeader(bytes, at, directory.end)
    if (header === null) throw broken()
    if (header.isEncrypted) throw new ZipError('encrypted', 'It is encrypted')
    at = header.next
    if (header.isFolder || !accepts(header.name)) continue
    if (header.isZip64) throw zip64()
    const start = findContent(bytes, header.local)
    if (start === null || start + header.packed > directory.offset) throw broken()
    yield { header, content: bytes.subarray(start, start + header.packed) }
  }
}

/** Null when there are more than `most` bytes. */
function unpack(content: Buffer, { method, crc, unpacked }: Header, most: number): Buffer | null {
  if (method !== 0 && method !== 8) {
    throw new ZipError('unsupported', `It uses compression method ${method}, expected 0 or 8`)
  }
  if (unpacked > most || (method === 0 && content.length > most)) return null
  const result = method === 0 ? content : inflate(content, most)
  if (result !== null && (result.length !== unpacked || crc32(result) !== crc)) {
    throw new ZipError('wrong-checksum', 'A file in it has another size or CRC-32 than it says')
  }
  return result
}

function inflate(content: Buffer, most: number): Buffer | null {
  try {
    // A limit of 0 would be none.
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw broken()
  }
}

function broken(): ZipError {
  return new ZipError('broken', 'It is damaged, or not what it says')
}

function zip64(): ZipError {
  return new ZipError('unsupported', 'It is a zip64 archive')
}
