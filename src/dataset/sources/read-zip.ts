// Reads a zip in memory, within caps on what really comes out: 194 KB of zip can hold 200 MB, and say that they hold little.
// Not by a library, because those at hand trust the sizes that the archive names and check no CRC.

import { crc32, inflateRawSync } from 'node:zlib'

/** Why a zip was not read. `too-large` and `too-many-entries` are caps; the others are what is wrong with it. */
export type ZipReason =
  | 'not-a-zip'
  | 'broken'
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
  /** Entries, folders and those that are not accepted included. */
  maxEntries: number
  /** Which entries to unpack, by name; default all. */
  accepts?: (name: string) => boolean
}

export interface ZipEntry {
  /** As the archive says: never a path to write to. */
  name: string
  bytes: Buffer
}

/** The files in `bytes`, in the order of its directory; folders are left out. Throws a {@link ZipError}. */
export function readZip(bytes: Buffer, { maxBytes, maxEntries, accepts = () => true }: ZipCaps): ZipEntry[] {
  const directory = findDirectory(bytes)
  if (directory.count > maxEntries) {
    throw new ZipError('too-many-entries', `It holds ${directory.count} entries, more than ${maxEntries}`)
  }
  const entries: ZipEntry[] = []
  let left = maxBytes
  let offset = directory.offset
  for (let index = 0; index < directory.count; index += 1) {
    const header = readHeader(bytes, offset)
    offset = header.end
    if (header.name.endsWith('/') || !accepts(header.name)) continue
    const unpacked = unpack(bytes, header, left)
    left -= unpacked.length
    entries.push({ name: header.name, bytes: unpacked })
  }
  return entries
}

interface Header {
  name: string
  method: number
  crc: number
  packed: number
  unpacked: number
  /** Where its local header stands. */
  local: number
  /** Where the next one begins. */
  end: number
}

const endSignature = 0x06054b50
const headerSignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
/** What a field holds whose value stands in a zip64 record. */
const elsewhere = 0xffffffff

/** The end record stands at the end, before a comment of up to 65,535 bytes. */
function findDirectory(bytes: Buffer): { offset: number; count: number } {
  const first = Math.max(0, bytes.length - endLength - 0xffff)
  for (let at = bytes.length - endLength; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== endSignature) continue
    if (at + endLength + bytes.readUInt16LE(at + 20) !== bytes.length) continue
    const count = bytes.readUInt16LE(at + 10)
    const offset = bytes.readUInt32LE(at + 16)
    if (offset === elsewhere || count === 0xffff) throw new ZipError('unsupported', 'It is a zip64 archive')
    if (offset > at) throw broken()
    return { offset, count }
  }
  throw new ZipError('not-a-zip', 'It is not a zip archive')
}

function readHeader(bytes: Buffer, at: number): Header {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== headerSignature) throw broken()
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const end = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  if (end > bytes.length) throw broken()
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new ZipError('encrypted', 'It is encrypted')
  return {
    name: bytes.toString('utf8', at + 46, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    local: bytes.readUInt32LE(at + 42),
    end,
  }
}

function unpack(bytes: Buffer, { method, crc, packed, unpacked, local }: Header, left: number): Buffer {
  if (unpacked === elsewhere || packed === elsewhere)
    throw new ZipError('unsupported', 'It is a zip64 archive')
  if (unpacked > left) throw tooLarge()
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localSignature) throw broken()
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (start + packed > bytes.length) throw broken()
  const content = bytes.subarray(start, start + packed)
  const result = method === 0 ? Buffer.from(content) : inflate(content, method, unpacked)
  if (result.length !== unpacked || crc32(result) !== crc) throw broken()
  return result
}

/** Stops one byte after what the archive promised, which is within the caps. */
function inflate(content: Buffer, method: number, unpacked: number): Buffer {
  if (method !== 8) throw new ZipError('unsupported', `It uses compression method ${method}, expected 0 or 8`)
  try {
    return inflateRawSync(content, { maxOutputLength: unpacked + 1 })
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : broken()
  }
}

function broken(): ZipError {
  return new ZipError('broken', 'It is damaged, or not what it says')
}

function tooLarge(): ZipError {
  return new ZipError('too-large', 'It unpacks to more than is allowed, or than it says')
}
