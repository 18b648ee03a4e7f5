import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { Octokit } from '@octokit/core'
import type { Client } from '../../../src/api/create-client.ts'
import { openStore } from '../../../src/dataset/store/open-store.ts'
import { StoreConflictError } from '../../../src/dataset/store/store-conflict-error.ts'
import { makeFolder, makeVersion } from '../../support/dataset-version.ts'
import { type FakeRepository, startRepository } from '../../support/github-store.ts'
import { readZip } from '../../support/read-zip.ts'

const { signal } = new AbortController()
let repository: FakeRepository
before(async () => {
  repository = await startRepository()
})
after(() => repository.stop())
beforeEach(() => {
  repository.releases.length = 0
  repository.before = null
  repository.tokens.length = 0
  repository.requests.length = 0
})

function open() {
  // Ours waits three seconds between requests that notify people, as GitHub asks.
  const client = new Octokit({ baseUrl: repository.origin, auth: 't' }) as Client
  return openStore('github-release:octo/data', { env: {}, github: { client, token: 't' } })
}

test('each version is a release, and its dataset a zip for people', async (t) => {
  const store = await open()
  assert.equal(await store.fetchLatest(makeFolder(t), signal), null)
  await store.commit(makeVersion(t, '1.9.0'), '1.9.0', signal)
  await store.commit(makeVersion(t, '1.10.0'), '1.10.0', signal)
  assert.deepEqual(
    repository.releases.map(({ tag_name, draft, make_latest }) => [tag_name, draft, make_latest]),
    [
      ['ai-worklog-dataset-v1.9.0', false, 'false'],
      ['ai-worklog-dataset-v1.10.0', false, 'false'],
    ],
  )
  const dataset = readZip(repository.releases[1]?.assets[1]?.content ?? Buffer.alloc(0))
  assert.equal(dataset.get('dataset/README.md')?.toString(), '# 1.10.0\n')
  assert.deepEqual(
    [...dataset.keys()].filter((path) => !path.startsWith('dataset/')),
    [],
  )

  const into = makeFolder(t)
  assert.deepEqual(await (await open()).fetchLatest(into, signal), { version: '1.10.0', folder: into })
  assert.equal(readFileSync(join(into, 'store/records.parquet'), 'utf8'), 'records of 1.10.0')
  assert.equal(existsSync(join(into, 'dataset/README.md')), false)
  const whole = makeFolder(t)
  assert.equal((await (await open()).fetchLatest(whole, signal, 'whole'))?.version, '1.10.0')
  assert.equal(readFileSync(join(whole, 'dataset/README.md'), 'utf8'), '# 1.10.0\n')
  // The token stays with the host it was made for.
  const bytes = repository.requests.findIndex((request) => request.startsWith('GET /bytes/'))
  assert.equal(repository.tokens[bytes], undefined)

  const tombstone = { kind: 'author', key: 'a'.repeat(64), at: '2026-11-02T00:00:00.000Z' } as const
  await store.addTombstones([tombstone], signal)
  await store.addTombstones([tombstone], signal)
  await store.addTombstones([{ ...tombstone, kind: 'repository' }], signal)
  assert.deepEqual(await store.readTombstones(signal), [tombstone, { ...tombstone, kind: 'repository' }])

  await store.removeVersion('1.9.0', signal)
  assert.deepEqual(await store.listVersions(signal), ['1.10.0'])
  assert.equal(await store.fetchVersion('1.9.0', into, signal), null)
  assert.ok(repository.requests.includes('DELETE /repos/octo/data/git/refs/tags/ai-worklog-dataset-v1.9.0'))
})

test('the same version gives the same assets', async (t) => {
  const folder = makeVersion(t, '1.0.0')
  await (await open()).commit(folder, '1.0.0', signal)
  const first = repository.releases[0]?.assets.map(({ content }) => content)
  repository.releases.length = 0
  await (await open()).commit(folder, '1.0.0', signal)
  assert.deepEqual(
    repository.releases[0]?.assets.map(({ content }) => content),
    first,
  )
})

test('a run that another overtook leaves no draft', async (t) => {
  const [first, second] = [await open(), await open()]
  let isOvertaken = false
  repository.before = (request) => {
    if (!request.startsWith('PATCH') || isOvertaken) return undefined
    isOvertaken = true
    return [422, { message: 'Validation Failed', errors: [{ code: 'already_exists' }] }]
  }
  await assert.rejects(second.commit(makeVersion(t, '1.0.0'), '1.0.0', signal), StoreConflictError)
  assert.equal(repository.releases.length, 0)
  await first.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await assert.rejects(second.commit(makeVersion(t, '2.0.0'), '2.0.0', signal), StoreConflictError)
  assert.deepEqual(await first.listVersions(signal), ['1.0.0'])
})

test('an interrupted upload leaves the last good version, and old drafts go', async (t) => {
  const store = await open()
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  repository.before = (request) =>
    request.startsWith('POST /uploads/') ? [502, { message: 'Bad Gateway' }] : undefined
  await assert.rejects(store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal), {
    name: 'UsageError',
    message:
      'Cannot upload `store.zip` into a release of `octo/data`: GitHub answered 502 (Bad Gateway). Run the command again',
  })
  assert.equal(repository.releases.length, 1)
  repository.before = null
  repository.releases.push({
    id: 5,
    tag_name: 'ai-worklog-dataset-v1.1.0',
    draft: true,
    make_latest: 'false',
    created_at: '2026-01-01T00:00:00Z',
    assets: [],
  })
  assert.equal((await store.fetchLatest(makeFolder(t), signal))?.version, '1.0.0')
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  assert.deepEqual(
    repository.releases.map(({ draft }) => draft),
    [false, false],
  )
})

test('a damaged asset is told', async (t) => {
  const store = await open()
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  const asset = repository.releases[0]?.assets[0]
  assert.ok(asset)
  const good = asset.content
  asset.content = Buffer.from(
    good.toString('latin1').replace('records of 1.0.0', 'records of 9.9.9'),
    'latin1',
  )
  await assert.rejects(store.fetchLatest(makeFolder(t), signal), {
    message:
      /^`github-release:octo\/data 1\.0\.0\/store\.zip store\/records\.parquet` is damaged: it has 16 bytes/,
  })
  asset.content = good.subarray(0, good.length - 30)
  await assert.rejects(store.fetchLatest(makeFolder(t), signal), {
    name: 'UsageError',
    message: 'Cannot read `github-release:octo/data 1.0.0/store.zip`: it is no zip',
  })
})
