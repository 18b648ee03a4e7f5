// Where the parts of a zip stand, for both readers: one that has the zip in memory, and one that has it on disk. Nothing
// here is checked against what the zip really holds.

/** In bytes. */
export const endSize = 22
export const longestComment = 0xffff
export const localSize = 30
const headerSize = 46

const endSignature = 0x06054b50
const headerSignature = 0x02014b50
const localSignature = 0x04034b50
/** What fields hold whose values stand in a zip64 record. */
const elsewhere = 0xffffffff
const countElsewhere = 0xffff

/** What the end of a zip says of the list of its files. */
export interface Directory {
  offset: number
  length: number
  count: number
  /** Where the end record stands. */
  end: number
  /** The rest is then not known. */
  isZip64: boolean
}

/** What the list says of one file. */
export interface Header {
  name: string
  isFolder: boolean
  isEncrypted: boolean
  /** 0 is stored, 8 deflated. */
  method: number
  crc: number
  /** Bytes in the zip. */
  packed: number
  /** Bytes when unpacked. */
  unpacked: number
  /** Where its local header stands. */
  local: number
  isZip64: boolean
  /** Where the next one begins. */
  next: number
}

/** From the last bytes of a zip: behind the end record there is only a comment of the length it names. Null for no zip. */
export function findDirectory(tail: Buffer): Directory | null {
  const first = Math.max(0, tail.length - endSize - longestComment)
  for (let at = tail.length - endSize; at >= first; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    if (at + endSize + tail.readUInt16LE(at + 20) !== tail.length) continue
    const count = tail.readUInt16LE(at + 10)
    const length = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    return { offset, length, count, end: at, isZip64: offset === elsewhere || count === countElsewhere }
  }
  return null
}

/** The entry at `at` of a list that ends at `end`; null when there is none. */
export function readHeader(bytes: Buffer, at: number, end: number): Header | null {
  if (at + headerSize > end || bytes.readUInt32LE(at) !== headerSignature) return null
  const nameEnd = at + headerSize + bytes.readUInt16LE(at + 28)
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  if (next > end) return null
  const name = bytes.toString('utf8', at + headerSize, nameEnd)
  const packed = bytes.readUInt32LE(at + 20)
  const unpacked = bytes.readUInt32LE(at + 24)
  const local = bytes.readUInt32LE(at + 42)
  return {
    name,
    isFolder: name.endsWith('/'),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed,
    unpacked,
    local,
    isZip64: [packed, unpacked, local].includes(elsewhere),
    next,
  }
}

/** Where the content begins behind the local header at `at` of `bytes`; null when there is none. */
export function findContent(bytes: Buffer, at: number): number | null {
  if (at + localSize > bytes.length || bytes.readUInt32LE(at) !== localSignature) return null
  return at + localSize + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
}
