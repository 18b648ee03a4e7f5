import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openFolderStore } from '../../../src/dataset/store/folder/folder-store.ts'
import { StoreConflictError } from '../../../src/dataset/store/store-conflict-error.ts'
import { makeFolder, makeVersion } from '../../support/dataset-version.ts'

const { signal } = new AbortController()

test('an empty store has no version, and a missing folder is one', async (t) => {
  const store = openFolderStore(join(makeFolder(t), 'store'))
  assert.equal(await store.fetchLatest('unused', signal), null)
  assert.deepEqual(await store.listVersions(signal), [])
  assert.deepEqual(await store.readTombstones(signal), [])
})

test('versions stand beside each other and the newest is found', async (t) => {
  const root = join(makeFolder(t), 'store')
  const store = openFolderStore(root)
  await store.fetchLatest('unused', signal)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await store.commit(makeVersion(t, '1.10.0'), '1.10.0', signal)
  await store.commit(makeVersion(t, '1.11.0'), '1.11.0', signal)

  assert.deepEqual(await store.listVersions(signal), ['1.0.0', '1.10.0', '1.11.0'])
  assert.equal(readFileSync(join(root, 'latest.json'), 'utf8'), '{"version":"1.11.0"}\n')
  const latest = await openFolderStore(root).fetchLatest('unused', signal)
  assert.deepEqual(latest, { version: '1.11.0', folder: join(root, '1.11.0') })
  assert.equal(readFileSync(join(root, '1.0.0/store/records.parquet'), 'utf8'), 'records of 1.0.0')
  assert.deepEqual(readdirSync(root).sort(), ['1.0.0', '1.10.0', '1.11.0', 'latest.json'])
})

test('the second of two runs at once loses cleanly', async (t) => {
  const root = makeFolder(t)
  const [first, second] = [openFolderStore(root), openFolderStore(root)]
  await first.fetchLatest('unused', signal)
  await second.fetchLatest('unused', signal)
  await first.commit(makeVersion(t, '1.0.0', 'the first'), '1.0.0', signal)
  await assert.rejects(
    second.commit(makeVersion(t, '1.0.0', 'the second'), '1.0.0', signal),
    (error: Error) => {
      assert.ok(error instanceof StoreConflictError)
      assert.equal(
        error.message,
        `Another run added to the store \`${root}\` meanwhile: its newest version was none and is \`1.0.0\` now. Nothing was changed. Run the command again; in a workflow, set \`concurrency\` so that runs wait for each other`,
      )
      return true
    },
  )
  assert.equal(readFileSync(join(root, '1.0.0/store/records.parquet'), 'utf8'), 'records of the first')
})

test('of many commits at the same moment exactly one wins', async (t) => {
  const root = makeFolder(t)
  const stores = Array.from({ length: 8 }, () => openFolderStore(root))
  for (const store of stores) await store.fetchLatest('unused', signal)
  const versions = stores.map((_, index) => `1.${index}.0`)
  const outcomes = await Promise.allSettled(
    stores.map((store, index) => store.commit(makeVersion(t, `1.${index}.0`), `1.${index}.0`, signal)),
  )
  const winners = versions.filter((_, index) => outcomes[index]?.status === 'fulfilled')
  assert.equal(winners.length, 1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof StoreConflictError, outcome.reason)
  assert.deepEqual(await stores[0]?.listVersions(signal), winners)
})

test('an interrupted commit leaves the last good version and nothing else', async (t) => {
  const root = makeFolder(t)
  const store = openFolderStore(root)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  const stop = new AbortController()
  stop.abort(new Error('Ctrl-C'))
  await assert.rejects(store.commit(makeVersion(t, '1.1.0'), '1.1.0', stop.signal))
  assert.deepEqual(readdirSync(root).sort(), ['1.0.0', 'latest.json'])
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
})

test('what killed runs left is cleared, even their lock', async (t) => {
  const root = makeFolder(t)
  const store = openFolderStore(root)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  mkdirSync(join(root, '.1.1.0.partial'))
  mkdirSync(join(root, '1.1.0/store'), { recursive: true })
  writeFileSync(join(root, '1.1.0/store/rubbish'), '')
  const dead = spawn(process.execPath, ['-e', ''])
  await once(dead, 'exit')
  writeFileSync(join(root, '.lock'), JSON.stringify({ id: 'x', pid: dead.pid, host: hostname() }))
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  assert.deepEqual(readdirSync(root).sort(), ['1.0.0', '1.1.0', 'latest.json'])
  assert.ok(!existsSync(join(root, '1.1.0/store/rubbish')))
})

test('a lock of a run elsewhere holds until it is no longer refreshed', async (t) => {
  const root = makeFolder(t)
  const store = openFolderStore(root)
  const lock = join(root, '.lock')
  writeFileSync(lock, JSON.stringify({ id: 'x', pid: 1, host: 'elsewhere' }))
  await assert.rejects(store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal), {
    message: `Another run (process 1 on \`elsewhere\`) is writing into the store \`${root}\`. Run the command again when it has ended`,
  })
  utimesSync(lock, 0, 0)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
})

test('a damaged version is told by file, sums and remedy', async (t) => {
  const root = makeFolder(t)
  const store = openFolderStore(root)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  writeFileSync(join(root, '1.0.0/store/records.parquet'), 'records of 9.9.9')
  await assert.rejects(store.fetchLatest('unused', signal), {
    name: 'UsageError',
    message: new RegExp(
      `^\`${root}/1.0.0/store/records.parquet\` is damaged: it has 16 bytes and the SHA-256 [0-9a-f]{64}, expected 16 and [0-9a-f]{64}. Restore the file`,
    ),
  })
  writeFileSync(join(root, 'latest.json'), '{"version": "../.."}')
  await assert.rejects(store.fetchLatest('unused', signal), {
    name: 'UsageError',
    message: /latest\.json` is damaged: it must be such as/,
  })
})

test('a version is removed, and tombstones are kept without repetition', async (t) => {
  const root = makeFolder(t)
  const store = openFolderStore(root)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  await store.removeVersion('1.0.0', signal)
  assert.deepEqual(readdirSync(root).sort(), ['1.1.0', 'latest.json'])
  const tombstone = { kind: 'author', key: 'a'.repeat(64), at: '2026-11-02T00:00:00.000Z' } as const
  await store.addTombstones([tombstone], signal)
  await store.addTombstones([{ ...tombstone, at: '2026-11-03T00:00:00.000Z' }], signal)
  assert.deepEqual(await store.readTombstones(signal), [tombstone])
})
