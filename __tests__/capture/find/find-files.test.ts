import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { findFiles } from '../../../src/capture/find/find-files.ts'
import type { Reader, Root } from '../../../src/capture/readers/reader.ts'
import { makeFolder } from '../../support/capture-world.ts'

const { signal } = new AbortController()

function put(folder: string, path: string, day: number) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, path)
  const at = new Date(Date.UTC(2026, 10, day))
  utimesSync(file, at, at)
  return file
}

const readerOf = (...roots: Root[]): Reader => ({
  id: 'toy',
  name: 'Toy',
  roots: () => roots,
  recognizes: () => false,
  async *read() {},
})

function find(
  reader: Reader | readonly Reader[],
  given: Partial<Parameters<typeof findFiles>[2]> = {},
  roots: string[] = [],
) {
  const machine = { home: '/', env: {}, platform: process.platform, roots }
  return findFiles([reader].flat(), machine, { signal, since: null, ...given })
}

const paths = ({ files }: Awaited<ReturnType<typeof find>>) => files.map(({ file }) => file.path)
const isRoot = (t: TestContext) => {
  if (process.getuid?.() !== 0) return false
  t.skip('root may read everything')
  return true
}

test('matching files, newest first, as deep as asked', async (t) => {
  const folder = makeFolder(t)
  const old = put(folder, 'a/1.jsonl', 1)
  const young = put(folder, '2.jsonl', 3)
  put(folder, 'a/b/3.jsonl', 4)
  put(folder, 'a/3.txt', 5)
  const reader = readerOf({ folder, match: /\.jsonl$/, depth: 2 })
  assert.deepEqual(paths(await find(reader)), [young, old])
  assert.deepEqual(paths(await find(reader, { since: new Date('2026-11-02') })), [young])
})

test('a file that two readers want is of the first', async (t) => {
  const folder = makeFolder(t)
  put(folder, '1.jsonl', 1)
  const root = { folder, match: /./, depth: 1 }
  const { files } = await find([readerOf(root, root), { ...readerOf(root), id: 'other' }])
  assert.deepEqual(
    files.map(({ reader }) => reader.id),
    ['toy'],
  )
})

test('folders as sessions, as young as the youngest file in them', async (t) => {
  const folder = makeFolder(t)
  put(folder, 'tasks/1/ui.json', 9)
  put(folder, 'tasks/2/ui.json', 11)
  put(folder, 'tasks/file', 11)
  for (const name of ['1', '2']) utimesSync(join(folder, 'tasks', name), 0, 0)
  const { files } = await find(readerOf({ folder, match: /^tasks\/[^/]+$/, kind: 'folder', depth: 2 }))
  assert.deepEqual(
    files.map(({ file }) => [file.path, file.bytes, file.modifiedAt.toISOString().slice(0, 10)]),
    [
      [join(folder, 'tasks/2'), 0, '2026-11-11'],
      [join(folder, 'tasks/1'), 0, '2026-11-09'],
    ],
  )
})

test('a database is as young as what is written beside it', async (t) => {
  const folder = makeFolder(t)
  put(folder, 'x.db', 1)
  put(folder, 'x.db-wal', 7)
  const { files } = await find(readerOf({ folder, match: /\.db$/, depth: 1 }))
  assert.equal(files[0]?.file.modifiedAt.toISOString(), '2026-11-07T00:00:00.000Z')
})

test('links are not followed, out of the folder or in a loop', async (t) => {
  const folder = makeFolder(t)
  const outside = makeFolder(t)
  put(outside, 'secret.jsonl', 1)
  const own = put(folder, 'a/1.jsonl', 1)
  symlinkSync(outside, join(folder, 'a', 'out'))
  symlinkSync(folder, join(folder, 'a', 'loop'))
  symlinkSync(join(outside, 'secret.jsonl'), join(folder, 'a', 'link.jsonl'))
  const found = await find(readerOf({ folder, match: /\.jsonl$/, depth: 5 }))
  assert.deepEqual(paths(found), [own])
  assert.deepEqual(found.notices, [`${join(folder, 'a')}: links are not followed.`])
})

test('the folder of a tool may be a link, one in the working tree must stay in it', async (t) => {
  const folder = makeFolder(t)
  const outside = makeFolder(t)
  const secret = put(outside, 'secret.md', 1)
  symlinkSync(outside, join(folder, 'history'))
  const reader = readerOf({ folder: join(folder, 'history'), match: /\.md$/, depth: 1 })
  assert.deepEqual(paths(await find(reader)), [secret])
  const found = await find(reader, {}, [folder])
  assert.deepEqual(paths(found), [])
  assert.deepEqual(found.notices, [`${join(folder, 'history')}: a link that leads out of the working tree.`])
})

test('a folder that may not be read is told once, and the rest is read', async (t) => {
  if (isRoot(t)) return
  const folder = makeFolder(t)
  put(folder, 'closed/1.jsonl', 1)
  const open = put(folder, 'open/2.jsonl', 1)
  chmodSync(join(folder, 'closed'), 0)
  const found = await find(readerOf({ folder, match: /\.jsonl$/, depth: 2 }))
  chmodSync(join(folder, 'closed'), 0o700)
  assert.deepEqual(paths(found), [open])
  assert.deepEqual(found.notices, [`${join(folder, 'closed')}: permission denied.`])
})

test('no folder, or a file in its place, is nothing', async (t) => {
  const folder = makeFolder(t)
  const file = put(folder, 'file', 1)
  for (const gone of [join(folder, 'gone'), file, join(file, 'below')]) {
    const found = await find(readerOf({ folder: gone, match: /./, depth: 2 }))
    assert.deepEqual(found, { files: [], notices: [] })
  }
})

test('too many are cut, and told', async (t) => {
  const folder = makeFolder(t)
  for (let index = 1; index <= 9; index++) put(folder, `${index}.jsonl`, index)
  const reader = readerOf({ folder, match: /\.jsonl$/, depth: 1 })
  const newest = await find(reader, { bounds: { entries: 100, files: 2 } })
  assert.deepEqual(paths(newest), [join(folder, '9.jsonl'), join(folder, '8.jsonl')])
  assert.deepEqual(newest.notices, ['Of 9 files with sessions the newest 2 are looked at.'])
  const few = await find(reader, { bounds: { entries: 3, files: 100 } })
  assert.equal(few.files.length, 3)
  assert.deepEqual(few.notices, ['Only the first 3 entries of the folders of sessions were looked at.'])
})

test('it stops when asked to', async (t) => {
  const folder = makeFolder(t)
  put(folder, '1.jsonl', 1)
  const stopped = AbortSignal.abort(new Error('stop'))
  await assert.rejects(find(readerOf({ folder, match: /./, depth: 1 }), { signal: stopped }), {
    message: 'stop',
  })
})
