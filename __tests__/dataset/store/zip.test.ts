import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { writeFileList } from '../../../src/dataset/store/file-list.ts'
import { unpackVersion } from '../../../src/dataset/store/zip/unpack-version.ts'
import { writeZip } from '../../../src/dataset/store/zip/write-zip.ts'
import { UsageError } from '../../../src/report/usage-error.ts'
import { makeFolder, makeVersion } from '../../support/dataset-version.ts'
import { readZip } from '../../support/read-zip.ts'

const { signal } = new AbortController()

test('a zip holds the files byte for byte, and another reader agrees', async (t) => {
  const folder = makeVersion(t, '1.0.0')
  const large = Buffer.from(Array.from({ length: 300_000 }, (_, index) => `{"row":${index}}\n`).join(''))
  writeFileSync(join(folder, 'dataset/rows.jsonl'), large)
  writeFileSync(join(folder, 'store/empty.json'), '')
  const { files } = await writeFileList(folder, '1.0.0', signal)
  const zip = join(makeFolder(t), 'a.zip')
  await writeZip(folder, ['files.json', ...files.map(({ path }) => path)], zip, signal)
  const read = readZip(readFileSync(zip))
  assert.equal(read.size, 9)
  for (const [path, content] of read) assert.deepEqual(content, readFileSync(join(folder, path)), path)
  assert.ok(readFileSync(zip).length < large.length / 4)
  const directory = readFileSync(zip)
  const entry = directory.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  assert.equal(directory.readUInt32LE(entry + 16), crc32(readFileSync(join(folder, 'files.json'))))
  const into = makeFolder(t)
  assert.deepEqual(await unpackVersion(zip, into, 'a.zip', signal), { version: '1.0.0', folder: into })
  assert.equal(readFileSync(join(into, 'store/empty.json'), 'utf8'), '')
})

test('whatever is wrong with a zip is told as such', async (t) => {
  const folder = makeVersion(t, '1.0.0')
  const { files } = await writeFileList(folder, '1.0.0', signal)
  const path = join(makeFolder(t), 'a.zip')
  await writeZip(folder, ['files.json', ...files.map((file) => file.path)], path, signal)
  const good = readFileSync(path)
  let random = 7
  const next = (below: number) => {
    random = (random * 1_103_515_245 + 12_345) % 2 ** 31
    return random % below
  }
  let failures = 0
  for (let round = 0; round < 200; round += 1) {
    const bad = Buffer.from(good.subarray(0, round % 2 === 0 ? good.length : next(good.length)))
    for (let flips = 0; flips < 4 && bad.length > 0; flips += 1) bad[next(bad.length)] = next(256)
    writeFileSync(path, bad)
    try {
      await unpackVersion(path, makeFolder(t), 'a.zip', signal)
    } catch (error) {
      assert.ok(error instanceof UsageError, error as Error)
      failures += 1
    }
  }
  assert.ok(failures > 100)
})
