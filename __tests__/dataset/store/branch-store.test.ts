import assert from 'node:assert/strict'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { createClient } from '../../../src/api/create-client.ts'
import { openStore } from '../../../src/dataset/store/open-store.ts'
import { StoreConflictError } from '../../../src/dataset/store/store-conflict-error.ts'
import { makeFolder, makeVersion } from '../../support/dataset-version.ts'
import { type FakeRepository, startRepository } from '../../support/github-store.ts'

const { signal } = new AbortController()
let repository: FakeRepository
before(async () => {
  repository = await startRepository()
})
after(() => repository.stop())
beforeEach(() => {
  repository.branches.clear()
  repository.before = null
  repository.requests.length = 0
})

function open(token = 'the-token') {
  const client = createClient({ apiUrl: repository.origin, token, signal, userAgent: 'test' })
  return openStore('github-branch:octo/data@dataset', { env: {}, github: { client, token } })
}

test('versions are folders of one branch, each added by one commit', async (t) => {
  const store = await open()
  assert.equal(await store.fetchLatest(makeFolder(t), signal), null)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  repository.requests.length = 0
  await store.commit(makeVersion(t, '1.1.0', '1.0.0'), '1.1.0', signal)
  const files = repository.filesOf('dataset')
  assert.equal(files.get('latest.json')?.toString(), '{"version":"1.1.0"}\n')
  assert.equal(files.get('1.0.0/store/records.parquet')?.toString(), 'records of 1.0.0')
  assert.equal(files.size, 15)
  // Four of seven files are as they were and not sent again.
  assert.equal(repository.requests.filter((request) => request.endsWith('/git/blobs')).length, 3)

  const into = makeFolder(t)
  assert.deepEqual(await (await open()).fetchLatest(into, signal), { version: '1.1.0', folder: into })
  assert.equal(readFileSync(join(into, 'store/records.parquet'), 'utf8'), 'records of 1.0.0')
  assert.equal((await store.fetchVersion('1.0.0', makeFolder(t), signal))?.version, '1.0.0')
  const whole = makeFolder(t)
  await store.fetchLatest(whole, signal, 'whole')
  assert.match(readFileSync(join(whole, 'dataset/README.md'), 'utf8'), /^# /)
  assert.equal(await store.fetchVersion('0.9.0', makeFolder(t), signal), null)

  assert.deepEqual(await store.listVersions(signal), ['1.0.0', '1.1.0'])
  await store.removeVersion('1.0.0', signal)
  assert.deepEqual(await store.listVersions(signal), ['1.1.0'])
  const tombstone = { kind: 'author', key: 'a'.repeat(64), at: '2026-11-02T00:00:00.000Z' } as const
  await store.addTombstones([tombstone], signal)
  assert.deepEqual(await store.readTombstones(signal), [tombstone])
  assert.equal(repository.filesOf('dataset').size, 9)
  assert.deepEqual(await (await open()).fetchLatest(into, signal), { version: '1.1.0', folder: into })
})

test('a run that another overtook loses cleanly, before and during its commit', async (t) => {
  const [first, second] = [await open(), await open()]
  await first.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await assert.rejects(second.commit(makeVersion(t, '1.0.0'), '1.0.0', signal), (error: Error) => {
    assert.ok(error instanceof StoreConflictError)
    assert.match(error.message, /its newest version was none and is `1\.0\.0` now\. Nothing was changed/)
    return true
  })
  await second.fetchLatest(makeFolder(t), signal)
  const other = makeVersion(t, '1.1.0')
  let overtaking: Promise<void> | null = null
  repository.before = (request) => {
    if (request.startsWith('POST') && request.endsWith('/git/commits') && overtaking === null)
      overtaking = first.commit(other, '1.1.0', signal)
    return undefined
  }
  await second.commit(makeVersion(t, '2.0.0'), '2.0.0', signal).then(
    () => assert.rejects(overtaking ?? Promise.resolve(), StoreConflictError),
    async (error: Error) => {
      assert.ok(error instanceof StoreConflictError, error)
      await overtaking
    },
  )
  assert.equal((await first.listVersions(signal)).length, 2)
})

test('a lost answer to the last step is no conflict', async (t) => {
  let isLost = false
  repository.before = (request) => {
    if (!request.endsWith('/git/refs') || isLost) return undefined
    isLost = true
    return 'lost'
  }
  const store = await open()
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  assert.ok(isLost)
  assert.deepEqual(await store.listVersions(signal), ['1.0.0'])
})

test('failures are told with what to do', async (t) => {
  const store = await open()
  repository.before = () => [404, { message: 'Not Found' }]
  await assert.rejects(store.fetchLatest(makeFolder(t), signal), {
    name: 'UsageError',
    message:
      'Cannot read `octo/data@dataset`: GitHub answered 404 (Not Found). Check the name in `--store`, and give the token the permission `contents: write` there',
  })
  repository.before = (request) =>
    request.startsWith('POST') ? [403, { message: 'Resource not accessible by integration' }] : undefined
  await assert.rejects(store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal), {
    name: 'UsageError',
    message:
      'Cannot write a file into `octo/data@dataset`: GitHub answered 403 (Resource not accessible by integration). Check the name in `--store`, and give the token the permission `contents: write` there',
  })
  const limit = 'You have exceeded a secondary rate limit'
  repository.before = () => [403, { message: limit }, { 'retry-after': '60' }]
  await assert.rejects(store.listVersions(signal), {
    name: 'UsageError',
    message: `Cannot read \`octo/data@dataset\`: GitHub answered 403 (${limit}). Wait until GitHub’s rate limit lets more requests through, an hour at most, and run the command again`,
  })
  repository.before = () => [401, { message: 'Bad credentials' }]
  await assert.rejects(store.listVersions(signal), {
    message:
      'Cannot read `octo/data@dataset`: GitHub answered 401 (Bad credentials). Check the token: `GITHUB_TOKEN`, or the input `github-token` of the action',
  })
  repository.before = null
  const large = makeVersion(t, '1.0.0')
  writeFileSync(join(large, 'store/records.parquet'), '')
  truncateSync(join(large, 'store/records.parquet'), 100 * 2 ** 20 + 1)
  await assert.rejects(store.commit(large, '1.0.0', signal), {
    message:
      '`store/records.parquet` has 104857601 bytes, more than the 104857600 that GitHub takes into a branch. Use `github-release:` or `s3://` as the store',
  })
  assert.equal(repository.branches.size, 0)
  await assert.rejects(open(''), {
    message: 'The store `github-branch:octo/data@dataset` needs a token: set `GITHUB_TOKEN`',
  })
})

test('a location of no known form is told with all of them', async () => {
  const github = {
    client: createClient({ apiUrl: 'http://x', token: 't', signal, userAgent: 't' }),
    token: 't',
  }
  for (const location of [
    'github-branch:octo/data',
    'github-branch:octo/data@../x',
    'github-release:octo',
    'github-artifact:octo/data',
    'gs://bucket',
  ])
    await assert.rejects(openStore(location, { env: {}, github }), {
      name: 'UsageError',
      message: `The store \`${location}\` is unknown: it must be a folder, \`s3://bucket/prefix\`, \`github-branch:owner/repo@branch\`, \`github-release:owner/repo\` or \`github-artifact:owner/repo/name\``,
    })
  await assert.rejects(
    openStore('s3://B', { env: {} }),
    /The store `s3:\/\/B` must be `s3:\/\/bucket\/prefix`/,
  )
  assert.equal((await openStore('./store', { env: {} })).name, './store')
  assert.equal((await openStore('s3://bucket/a/b/', { env: {} })).name, 's3://bucket/a/b')
})
