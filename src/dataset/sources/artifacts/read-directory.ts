// The list of files at the end of a zip, read without trust: every number is checked against the bytes that are there.

import { mostEntries } from './limits.ts'
import { Refusal } from './refusal.ts'

export interface ZipEntry {
  name: string
  /** 0 is stored, 8 deflated. */
  method: number
  crc: number
  /** As the zip says: an inflated entry may turn out to be larger. */
  size: number
  /** The bytes as packed. */
  packed: Buffer
}

const endSignature = 0x06054b50
const endSize = 22
const entrySignature = 0x02014b50
const entrySize = 46
const localSignature = 0x04034b50
const localSize = 30
const unknown32 = 0xffffffff
const encrypted = 0x1

/** The entries that are files. Throws a {@link Refusal} for what is no zip, is encrypted, or does not add up. */
export function readDirectory(zip: Buffer): ZipEntry[] {
  const end = findEnd(zip)
  const count = zip.readUInt16LE(end + 10)
  const start = zip.readUInt32LE(end + 16)
  // Zip64 says so by these: only archives far over the caps need it.
  if (start === unknown32 || count === 0xffff) throw broken('It is a zip64 archive, which no small zip is')
  if (count > mostEntries) {
    throw new Refusal(
      'too-large',
      `It has ${count} files, and may have ${mostEntries}. Upload the record alone.`,
    )
  }
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + entrySize > end || zip.readUInt32LE(at) !== entrySignature)
      throw broken('Its list of files is broken')
    const nameLength = zip.readUInt16LE(at + 28)
    const next = at + entrySize + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    if (next > end) throw broken('Its list of files is broken')
    const name = zip.toString('utf8', at + entrySize, at + entrySize + nameLength)
    if (!name.endsWith('/')) entries.push(readEntry(zip, at, name, start))
    at = next
  }
  return entries
}

function readEntry(zip: Buffer, at: number, name: string, directory: number): ZipEntry {
  if ((zip.readUInt16LE(at + 8) & encrypted) !== 0) {
    throw new Refusal('encrypted', 'A file in it is encrypted. Upload the record as the check does.')
  }
  const packedSize = zip.readUInt32LE(at + 20)
  const size = zip.readUInt32LE(at + 24)
  const local = zip.readUInt32LE(at + 42)
  if (packedSize === unknown32 || size === unknown32 || local === unknown32) {
    throw broken('It is a zip64 archive, which no small zip is')
  }
  if (local + localSize > directory || zip.readUInt32LE(local) !== localSignature) {
    throw broken('A file in it is not where its list of files says')
  }
  const start = local + localSize + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (start + packedSize > directory) throw broken('A file in it is not where its list of files says')
  return {
    name,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    size,
    packed: zip.subarray(start, start + packedSize),
  }
}

/** Where the record of the end stands: behind it there is only a comment of the length it names. */
function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - endSize - 0xffff)
  for (let at = zip.length - endSize; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === endSignature && at + endSize + zip.readUInt16LE(at + 20) === zip.length) {
      return at
    }
  }
  throw broken('It is no zip')
}

function broken(what: string): Refusal {
  return new Refusal('not-zip', `${what}. Run the check of its pull request again.`)
}
