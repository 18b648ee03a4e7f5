// Reads the entries of a zip, independently of the library that wrote it.

import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

/** The files of `zip` by name, from its central directory. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  assert.notEqual(end, -1, 'not a zip')
  const files = new Map<string, Buffer>()
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(zip.toString('latin1', entry, entry + 4), 'PK\x01\x02')
    const nameLength = zip.readUInt16LE(entry + 28)
    const local = zip.readUInt32LE(entry + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20))
    const method = zip.readUInt16LE(entry + 10)
    assert.ok(method === 0 || method === 8, `unknown compression ${method}`)
    files.set(
      zip.toString('utf8', entry + 46, entry + 46 + nameLength),
      method === 0 ? packed : inflateRawSync(packed),
    )
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  return files
}
