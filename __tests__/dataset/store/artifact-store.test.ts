import assert from 'node:assert/strict'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { zipSync } from 'fflate'
import { createClient } from '../../../src/api/create-client.ts'
import { openStore } from '../../../src/dataset/store/open-store.ts'
import { StoreConflictError } from '../../../src/dataset/store/store-conflict-error.ts'
import { makeFolder, makeVersion } from '../../support/dataset-version.ts'
import { type FakeRepository, startRepository } from '../../support/github-store.ts'

const { signal } = new AbortController()
let repository: FakeRepository
let time = 0
before(async () => {
  repository = await startRepository()
})
after(() => repository.stop())
beforeEach(() => {
  repository.artifacts.length = 0
})

/** As the action's uploader does: a zip of the folder. */
async function upload(folder: string, name: string): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const files = paths.map((entry) => join(entry.parentPath, entry.name))
  const zip = zipSync(
    Object.fromEntries(files.map((path) => [path.slice(folder.length + 1), readFileSync(path)])),
  )
  time += 1
  repository.artifacts.push({
    id: 1000 - time,
    name,
    zip: Buffer.from(zip),
    headRepositoryId: 7,
    createdAt: new Date(1_790_000_000_000 + time * 1000).toISOString(),
  })
}

function open(options: { upload?: typeof upload } = { upload }) {
  const client = createClient({ apiUrl: repository.origin, token: 't', signal, userAgent: 'test' })
  return openStore('github-artifact:octo/data/ai-worklog-dataset', {
    env: {},
    github: { client, token: 't' },
    ...options,
  })
}

test('the newest artifact of the name is the newest version; forks have no say', async (t) => {
  const store = await open()
  assert.equal(await store.fetchLatest(makeFolder(t), signal), null)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  const [first] = repository.artifacts
  assert.ok(first)
  repository.artifacts.push({ ...first, id: 5000, headRepositoryId: 8, createdAt: '2099-01-01T00:00:00Z' })
  const into = makeFolder(t)
  assert.deepEqual(await (await open()).fetchLatest(into, signal), { version: '1.1.0', folder: into })
  assert.equal(readFileSync(join(into, 'store/records.parquet'), 'utf8'), 'records of 1.1.0')
  const names = await store.listVersions(signal)
  assert.equal(names.length, 2)
  assert.equal((await store.fetchVersion(names[0] ?? '', makeFolder(t), signal))?.version, '1.0.0')
  const whole = makeFolder(t)
  await store.fetchLatest(whole, signal, 'whole')
  assert.match(readFileSync(join(whole, 'dataset/README.md'), 'utf8'), /^# /)
  await store.removeVersion(names[0] ?? '', signal)
  assert.equal((await store.listVersions(signal)).length, 1)
  const tombstone = { kind: 'author', key: 'a'.repeat(64), at: '2026-11-02T00:00:00.000Z' } as const
  await store.addTombstones([tombstone], signal)
  assert.deepEqual(await store.readTombstones(signal), [tombstone])
})

test('a run that another overtook, and one outside of a workflow, are refused', async (t) => {
  const [first, second] = [await open(), await open()]
  await first.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await assert.rejects(second.commit(makeVersion(t, '1.0.0'), '1.0.0', signal), StoreConflictError)
  const outside = await open({})
  await assert.rejects(outside.commit(makeVersion(t, '1.0.0'), '1.0.0', signal), {
    name: 'UsageError',
    message:
      'The store `github-artifact:octo/data/ai-worklog-dataset` can only be written in a workflow run: use the action, or another store, such as a folder, `github-branch:` or `s3://`',
  })
})

test('an artifact that is none of a dataset is told', async (t) => {
  const store = await open()
  const folder = makeFolder(t)
  cpSync('package.json', join(folder, 'package.json'))
  await upload(folder, 'ai-worklog-dataset')
  await assert.rejects(store.fetchLatest(makeFolder(t), signal), {
    name: 'UsageError',
    message: /it has no `files\.json`, so no version of a dataset is in it$/,
  })
})
