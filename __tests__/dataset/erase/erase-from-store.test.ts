import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, type TestContext, test } from 'node:test'
import { createClient } from '../../../src/api/create-client.ts'
import { eraseFromStore } from '../../../src/dataset/erase/erase-from-store.ts'
import type { EraseOptions } from '../../../src/dataset/erase/erasure.ts'
import { createTombstoneMatcher } from '../../../src/dataset/erase/tombstones.ts'
import { openFolderStore } from '../../../src/dataset/store/folder/folder-store.ts'
import { silent } from '../../../src/runtime/progress.ts'
import { makeFolder } from '../../support/dataset-version.ts'
import { type ArtifactApi, startArtifactApi } from '../../support/github-artifact-store.ts'
import { makeRecords } from '../../support/stored-records.ts'

const { signal } = new AbortController()
let api: ArtifactApi
before(async () => {
  api = await startArtifactApi()
})
after(() => api.stop())
beforeEach(() => {
  api.requests.length = 0
  api.deletion = null
  api.listing = null
  api.artifacts = [
    { id: 1, name: 'ai-worklog', repository: 'octo/app', run: 100, headSha: 'a' },
    { id: 2, name: 'ai-worklog', repository: 'octo/app', run: 101, headSha: 'first-of-2' },
    { id: 3, name: 'ai-worklog', repository: 'octo/app', run: 102, headSha: 'c' },
    { id: 4, name: 'ai-worklog-pr-2', repository: 'octo/app', run: 103, headSha: 'd' },
    { id: 5, name: 'ai-worklog-pr-3', repository: 'octo/app', run: 104, headSha: 'e' },
    { id: 6, name: 'coverage', repository: 'octo/app', run: 100, headSha: 'a' },
  ]
})

/** A store with pull request 1 of hubot in all versions but the first, 2 of octocat in the second and third. */
async function makeStore(t: TestContext) {
  const root = join(makeFolder(t), 'store')
  const store = openFolderStore(root)
  const hubot = { author: 'hubot', number: 1, run: 102 }
  const octocat = { author: 'Octocat', number: 2, run: 100, sha: 'f' }
  await store.commit(await makeRecords(t, '1.0.0', [{ ...hubot, number: 3 }]), '1.0.0', signal)
  await store.commit(await makeRecords(t, '1.1.0', [hubot, octocat]), '1.1.0', signal)
  await store.commit(await makeRecords(t, '1.2.0', [hubot, octocat]), '1.2.0', signal)
  const options: EraseOptions = {
    store,
    who: { author: 'octocat' },
    cacheFolders: [],
    outFolders: [],
    workFolder: makeFolder(t),
    isDryRun: false,
    at: '2026-11-02T00:00:00.000Z',
    signal,
    progress: silent,
  }
  const client = createClient({ apiUrl: api.origin, token: 't', signal, userAgent: 'test' })
  const deleting = { client, host: 'github.com', artifactName: 'ai-worklog', repositories: [] }
  const rebuild = async () => store.commit(await makeRecords(t, '2.0.0', [hubot]), '2.0.0', signal)
  return { root, store, options, deleting, rebuild }
}

test('an author goes from store, artifacts and caches, and others stay', async (t) => {
  const { root, store, options, deleting, rebuild } = await makeStore(t)
  const cache = makeFolder(t)
  writeFileSync(join(cache, 'fetched'), '')
  const out = makeFolder(t)
  const result = await eraseFromStore({
    ...options,
    deleteArtifacts: deleting,
    cacheFolders: [cache, '/nowhere'],
    outFolders: [out, '/nowhere'],
    rebuild,
  })
  assert.deepEqual(
    { ...result, tombstones: result.tombstones.length, unreached: 0 },
    {
      tombstones: 3,
      records: 1,
      removed: ['1.1.0', '1.2.0'],
      pending: null,
      artifacts: { deleted: ['octo/app artifact 1', 'octo/app artifact 2', 'octo/app artifact 4'], kept: [] },
      caches: [cache],
      unreached: 0,
      problems: [],
    },
  )
  assert.deepEqual(await store.listVersions(signal), ['1.0.0', '2.0.0'])
  assert.deepEqual(await store.readTombstones(signal), result.tombstones)
  assert.ok(!existsSync(cache))
  assert.ok(existsSync(root))
  assert.deepEqual(
    api.artifacts.map(({ id }) => id),
    [3, 5, 6],
  )
  assert.deepEqual(result.unreached, [
    'Artifacts of runs on commits that no record names, such as those pushed over: they expire by themselves',
    `\`${out}\`: write the dataset there again, or delete it`,
    'Versions already handed on: published ones, such as on Hugging Face, their forks, downloads, caches of runners and backups. Publish the new version, delete the old ones there, and tell those who have copies',
    'What others wrote about this person: find it in the newest version and erase those pull requests by `--pr`',
    'The pull requests themselves, which only their authors and repositories can change',
  ])
})

test('what an author wrote goes even where a record does not say whose it is', async (t) => {
  const { options } = await makeStore(t)
  const root = join(makeFolder(t), 'other')
  const store = openFolderStore(root)
  await store.commit(await makeRecords(t, '1.0.0', [{ number: 2 }, { number: 3 }]), '1.0.0', signal)
  await store.commit(
    await makeRecords(t, '2.0.0', [{ author: null, number: 2 }, { number: 3 }]),
    '2.0.0',
    signal,
  )
  const { pending, records, tombstones } = await eraseFromStore({ ...options, store })
  assert.deepEqual([pending, records], ['2.0.0', 2])
  assert.deepEqual(await store.readTombstones(signal), tombstones)
  const isErased = createTombstoneMatcher(tombstones, 'the salt')
  const nameless = { author: null, repository: 'octo/app', repositoryId: null, host: 'github.com' }
  assert.deepEqual(
    [2, 3, 4].map((number) => isErased({ ...nameless, number })),
    [true, true, false],
  )
})

test('a dry run says the same and changes nothing', async (t) => {
  const { store, options, deleting, rebuild } = await makeStore(t)
  const cache = makeFolder(t)
  const result = await eraseFromStore({
    ...options,
    deleteArtifacts: deleting,
    cacheFolders: [cache],
    rebuild,
    isDryRun: true,
  })
  assert.deepEqual(result.artifacts.deleted.length, 3)
  assert.deepEqual([result.removed, result.pending, result.caches], [['1.1.0', '1.2.0'], null, [cache]])
  assert.deepEqual(await store.listVersions(signal), ['1.0.0', '1.1.0', '1.2.0'])
  assert.deepEqual(await store.readTombstones(signal), [])
  assert.ok(existsSync(cache))
  assert.ok(!api.requests.some((request) => request.startsWith('DELETE')))
})

test('without a build the newest version waits, and the next run finishes', async (t) => {
  const { store, options, rebuild } = await makeStore(t)
  const result = await eraseFromStore(options)
  assert.deepEqual([result.removed, result.pending], [['1.1.0'], '1.2.0'])
  assert.match(result.unreached[0] ?? '', /^Version `1\.2\.0` of `.*`, the newest: build the dataset again/)
  await rebuild()
  // Whoever is erased next: what was left goes with it.
  const next = await eraseFromStore({
    ...options,
    who: { pullRequest: { host: 'github.com', repository: 'octo/app', number: 99 } },
  })
  assert.deepEqual([next.removed, next.pending, next.records], [['1.2.0'], null, 0])
  assert.deepEqual(await store.listVersions(signal), ['1.0.0', '2.0.0'])
})

test('a missing permission is told once with its name, and the rest is done', async (t) => {
  const { options, deleting } = await makeStore(t)
  api.deletion = { status: 403, message: 'Resource not accessible by integration' }
  const { artifacts, removed } = await eraseFromStore({ ...options, deleteArtifacts: deleting })
  const reason =
    'cannot be deleted: GitHub answered 403 (Resource not accessible by integration). Give the token the permission `actions: write` and run the command again'
  assert.deepEqual(artifacts, {
    deleted: [],
    kept: [1, 2, 4].map((id) => ({ place: `octo/app artifact ${id}`, reason })),
  })
  assert.equal(api.requests.filter((request) => request.startsWith('DELETE')).length, 1)
  assert.deepEqual(removed, ['1.1.0'])
  api.listing = { status: 404, message: 'Not Found' }
  const unlisted = await eraseFromStore({ ...options, deleteArtifacts: deleting })
  assert.deepEqual(unlisted.artifacts.kept, [
    {
      place: 'the artifacts of octo/app',
      reason:
        'cannot be listed: GitHub answered 404 (Not Found). Give the token the permission `actions: write` and run the command again',
    },
  ])
  assert.ok(
    unlisted.unreached.includes(
      'the artifacts of octo/app: cannot be listed: GitHub answered 404 (Not Found). Give the token the permission `actions: write` and run the command again',
    ),
  )
})

test('a repository goes by name and id, with all its artifacts of ours', async (t) => {
  const { store, options, deleting } = await makeStore(t)
  const { tombstones, removed, artifacts, pending } = await eraseFromStore({
    ...options,
    who: { repository: 'octo/app' },
    deleteArtifacts: deleting,
  })
  assert.equal(tombstones.length, 2)
  assert.deepEqual(await store.readTombstones(signal), tombstones)
  assert.deepEqual([removed, pending], [['1.0.0', '1.1.0'], '1.2.0'])
  assert.equal(artifacts.deleted.length, 5)
  assert.deepEqual(
    api.artifacts.map(({ name }) => name),
    ['coverage'],
  )
})

test('a pull request that the store does not have loses its artifacts, too', async (t) => {
  const { options, deleting } = await makeStore(t)
  const who = { pullRequest: { host: 'github.com', repository: 'Octo/App', number: 3 } }
  api.artifacts.push({ id: 7, name: 'ai-worklog-pr-30', repository: 'octo/app', run: 1, headSha: 'g' })
  const root = join(makeFolder(t), 'other')
  const other = openFolderStore(root)
  await other.commit(await makeRecords(t, '1.0.0', []), '1.0.0', signal)
  const { artifacts, records } = await eraseFromStore({
    ...options,
    store: other,
    who,
    deleteArtifacts: deleting,
  })
  assert.deepEqual([records, artifacts.deleted], [0, ['octo/app artifact 5']])
})

test('a store without versions, and a folder that is no cache, are refused', async (t) => {
  const { options } = await makeStore(t)
  const empty = join(makeFolder(t), 'empty')
  await assert.rejects(eraseFromStore({ ...options, store: openFolderStore(empty) }), {
    name: 'UsageError',
    message: `The store \`${empty}\` has no version, so there is nothing to erase. Check \`--store\`; to keep somebody out from the start, use \`--opt-out\``,
  })
  await assert.rejects(eraseFromStore({ ...options, cacheFolders: ['..'] }), {
    name: 'UsageError',
    message: '`..` is no cache: other things are in it. Name the work folder of earlier runs',
  })
})

test('a version that cannot be read is told, a half one is removed', async (t) => {
  const { root, options } = await makeStore(t)
  writeFileSync(join(root, '1.0.0/store/records.parquet'), 'no Parquet')
  mkdirSync(join(root, '0.9.0/dataset'), { recursive: true })
  const { removed, problems } = await eraseFromStore(options)
  assert.deepEqual(removed, ['0.9.0', '1.1.0'])
  assert.deepEqual(
    problems.map(({ place, reason }) => [place, reason]),
    [[`${root} 1.0.0`, 'unreadable-version']],
  )
})
