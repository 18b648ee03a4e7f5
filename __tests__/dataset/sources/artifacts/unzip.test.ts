import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { Refusal } from '../../../../src/dataset/sources/artifacts/refusal.ts'
import { unzipJson } from '../../../../src/dataset/sources/artifacts/unzip.ts'
import { zip, zipBomb } from '../../../support/zips.ts'

const mebibyte = 1024 * 1024

/** The reason of the refusal. */
function refusalOf(bytes: Buffer): string {
  try {
    unzipJson(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
  return 'none'
}

/** `bytes` with a number written at `at`. */
function patch(bytes: Buffer, at: number, value: number, size: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUIntLE(value, at, size)
  return copy
}

const good = zip({ 'a.json': '{"a":1}'.repeat(20) })
const directory = good.indexOf('PK\x01\x02', 0, 'latin1')
const end = good.indexOf('PK\x05\x06', 0, 'latin1')

describe('unzipJson', () => {
  it('gives files that end in .json, stored or deflated, and nothing else', () => {
    const bytes = Buffer.from(
      zipSync({
        'a.json': strToU8('{"a":1}'),
        'folder/b.JSON': [strToU8('{}'), { level: 0 }],
        'c.txt': strToU8('no'),
        'd.json/': new Uint8Array(),
      }),
    )
    assert.deepEqual(
      unzipJson(bytes).map(({ name, bytes: content }) => [name, content.toString()]),
      [
        ['a.json', '{"a":1}'],
        ['folder/b.JSON', '{}'],
      ],
    )
  })

  it('takes names for what they are, not for paths', () => {
    assert.equal(unzipJson(zip({ '../../etc/x.json': '{}' }))[0]?.name, '../../etc/x.json')
  })

  it('takes an empty zip and an empty file', () => {
    assert.deepEqual(unzipJson(zip({})), [])
    assert.equal(unzipJson(zip({ 'a.json': '' }))[0]?.bytes.length, 0)
  })

  it('takes a comment at the end', () => {
    const comment = Buffer.from('hello')
    const bytes = Buffer.concat([patch(good, end + 20, comment.length, 2), comment])
    assert.equal(unzipJson(bytes).length, 1)
  })

  it('refuses a bomb without inflating it, whatever it says of its size', () => {
    const bomb = zipBomb('a.json', 200 * mebibyte)
    assert.ok(bomb.length < 250_000, `${bomb.length} bytes`)
    const before = process.memoryUsage().rss
    assert.equal(refusalOf(bomb), 'too-large')
    const entry = bomb.indexOf('PK\x01\x02', 0, 'latin1')
    assert.equal(refusalOf(patch(bomb, entry + 24, 1000, 4)), 'too-large')
    assert.ok(process.memoryUsage().rss - before < 64 * mebibyte)
  })

  it('refuses files that are too large together', () => {
    const large = new Uint8Array(7 * mebibyte)
    const stored = (names: string[]) =>
      Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, large])), { level: 0 }))
    assert.equal(refusalOf(stored(['a.json', 'b.json'])), 'none')
    assert.equal(refusalOf(stored(['a.json', 'b.json', 'c.json'])), 'too-large')
  })

  it('refuses too many files', () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.json`, '{}']))
    assert.equal(refusalOf(zip(files(100))), 'none')
    assert.equal(refusalOf(zip(files(101))), 'too-large')
  })

  it('does not inflate what is no JSON', () => {
    assert.deepEqual(unzipJson(zipBomb('a.bin', 20 * mebibyte)), [])
  })

  it('refuses what is no zip', () => {
    assert.equal(refusalOf(Buffer.alloc(0)), 'not-zip')
    assert.equal(refusalOf(Buffer.from('<html>')), 'not-zip')
    assert.equal(refusalOf(good.subarray(0, -1)), 'not-zip')
    assert.equal(refusalOf(good.subarray(10)), 'not-zip')
  })

  it('refuses what is encrypted', () => {
    assert.equal(refusalOf(patch(good, directory + 8, 1, 2)), 'encrypted')
  })

  it('refuses zip64 and other methods', () => {
    for (const at of [20, 24, 42]) {
      assert.equal(refusalOf(patch(good, directory + at, 0xffffffff, 4)), 'not-zip')
    }
    assert.equal(refusalOf(patch(good, end + 16, 0xffffffff, 4)), 'not-zip')
    assert.equal(refusalOf(patch(good, directory + 10, 12, 2)), 'not-zip')
  })

  it('refuses a wrong CRC or size', () => {
    assert.equal(refusalOf(patch(good, directory + 16, 1, 4)), 'wrong-checksum')
    assert.equal(refusalOf(patch(good, directory + 24, 1, 4)), 'wrong-checksum')
  })

  it('refuses places that lie outside', () => {
    assert.equal(refusalOf(patch(good, directory + 42, good.length, 4)), 'not-zip')
    assert.equal(refusalOf(patch(good, directory + 20, good.length, 4)), 'not-zip')
    assert.equal(refusalOf(patch(good, directory + 28, 0xfff0, 2)), 'not-zip')
    assert.equal(refusalOf(patch(good, end + 16, good.length, 4)), 'not-zip')
    assert.equal(refusalOf(patch(good, end + 10, 50, 2)), 'not-zip')
  })

  it('never throws anything but a refusal', () => {
    for (let at = 0; at < good.length; at += 1) {
      for (const value of [0, 1, 0x7f, 0xff]) refusalOf(patch(good, at, value, 1))
      refusalOf(good.subarray(0, at))
      refusalOf(good.subarray(at))
    }
  })
})
