import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { readZip, ZipError } from '../../../src/dataset/sources/read-zip.ts'

const caps = { maxBytes: 1_000_000, maxEntries: 100 }
const text = (value: string) => new TextEncoder().encode(value)
const zip = (files: Parameters<typeof zipSync>[0], options = {}) => Buffer.from(zipSync(files, options))

function reasonOf(bytes: Buffer, given = {}): string {
  try {
    readZip(bytes, { ...caps, ...given })
    return 'read'
  } catch (error) {
    assert.ok(error instanceof ZipError, String(error))
    return error.reason
  }
}

test('reads what is packed and what is stored, folders left out', () => {
  const bytes = zip({
    'a.json': text('{"a":1}'),
    folder: { 'b.json': [text('stored'), { level: 0 }] },
    'ü.txt': text(''),
  })
  assert.deepEqual(
    readZip(bytes, caps).map(({ name, bytes }) => [name, bytes.toString()]),
    [
      ['a.json', '{"a":1}'],
      ['folder/b.json', 'stored'],
      ['ü.txt', ''],
    ],
  )
  assert.deepEqual(
    readZip(bytes, { ...caps, accepts: (name) => name === 'a.json' }).map(({ name }) => name),
    ['a.json'],
  )
})

test('stops at its caps, whatever the archive says of itself', () => {
  const bomb = zip({ 'a.json': new Uint8Array(20_000_000) })
  assert.ok(bomb.length < 30_000)
  assert.equal(reasonOf(bomb), 'too-large')
  const lying = Buffer.from(bomb)
  const header = lying.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  lying.writeUInt32LE(10, header + 24)
  const started = performance.now()
  assert.equal(reasonOf(lying), 'too-large')
  assert.ok(performance.now() - started < 100)
  const half = { 'a.json': new Uint8Array(600_000), 'b.json': new Uint8Array(600_000) }
  assert.equal(reasonOf(zip(half)), 'too-large')
  assert.equal(reasonOf(zip(half), { maxBytes: 2_000_000 }), 'read')
  assert.equal(reasonOf(zip(half), { maxBytes: 2_000_000, maxEntryBytes: 500_000 }), 'too-large')
  assert.equal(
    reasonOf(zip(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}`, text('')])))),
    'too-many-entries',
  )
})

test('names what is wrong', () => {
  const good = zip({ 'a.json': text('{"a":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}') })
  const header = good.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  const change = (at: number, value: number) => {
    const bytes = Buffer.from(good)
    bytes.writeUInt16LE(value, at)
    return bytes
  }
  assert.equal(reasonOf(good), 'read')
  assert.equal(reasonOf(Buffer.from('<html>not found</html>')), 'not-a-zip')
  assert.equal(reasonOf(Buffer.alloc(0)), 'not-a-zip')
  assert.equal(reasonOf(good.subarray(0, -5)), 'not-a-zip')
  assert.equal(reasonOf(change(header + 8, 1)), 'encrypted')
  assert.equal(reasonOf(change(header + 10, 93)), 'unsupported')
  assert.equal(reasonOf(change(header + 16, 0xdead)), 'wrong-checksum')
  assert.equal(reasonOf(change(header + 42, 0xffff)), 'broken')
  assert.equal(reasonOf(change(good.length - 22 + 10, 0xffff)), 'unsupported')
})

test('never throws anything else', () => {
  const good = zip({ 'a.json': text('{"a":1}'), 'b.json': text('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb') })
  const edits = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 })
  fc.assert(
    fc.property(edits, fc.nat(good.length), (changes, cut) => {
      const bytes = Buffer.from(good)
      for (const [at, value] of changes) bytes[at] = value
      reasonOf(bytes)
      reasonOf(bytes.subarray(cut))
    }),
    { numRuns: 2000, seed: 5 },
  )
})
