// The S3 store against a real S3 server.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { openS3Store } from '../../src/dataset/store/s3/s3-store.ts'
import { StoreConflictError } from '../../src/dataset/store/store-conflict-error.ts'
import { makeFolder, makeVersion } from '../support/dataset-version.ts'
import { type S3Server, startS3Server } from '../support/s3-server.ts'

const { signal } = new AbortController()
let server: S3Server
const saved = { ...process.env }

before(async () => {
  server = await startS3Server()
  Object.assign(process.env, server.env)
})
after(async () => {
  process.env = saved
  await server?.stop()
})

const open = (prefix: string) => openS3Store(`s3://${server.bucket}/${prefix}`, process.env)
const read = (path: string) => readFileSync(join(server.folder, path), 'utf8')

/** Runs `use` with other variables. */
async function withEnv(changes: Record<string, string>, use: () => Promise<void>): Promise<void> {
  Object.assign(process.env, changes)
  try {
    await use()
  } finally {
    Object.assign(process.env, server.env)
  }
}

test('versions are committed, fetched by a later run, listed and removed', async (t) => {
  const store = open('team/a')
  assert.equal(await store.fetchLatest(makeFolder(t), signal), null)
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  assert.equal(read('team/a/latest.json'), '{"version":"1.1.0"}\n')
  assert.equal(read('team/a/1.0.0/dataset/README.md'), '# 1.0.0\n')

  const later = open('team/a')
  const into = makeFolder(t)
  assert.deepEqual(await later.fetchLatest(into, signal), { version: '1.1.0', folder: into })
  assert.equal(readFileSync(join(into, 'store/records.parquet'), 'utf8'), 'records of 1.1.0')
  assert.deepEqual(readdirSync(join(into, 'dataset')).sort(), ['CHANGELOG.md', 'manifest.json'])
  await later.commit(makeVersion(t, '2.0.0'), '2.0.0', signal)

  assert.deepEqual(await later.listVersions(signal), ['1.0.0', '1.1.0', '2.0.0'])
  const old = await later.fetchVersion('1.0.0', makeFolder(t), signal)
  assert.equal(old?.version, '1.0.0')
  await later.removeVersion('1.0.0', signal)
  assert.deepEqual(await later.listVersions(signal), ['1.1.0', '2.0.0'])
  assert.equal(await later.fetchVersion('1.0.0', makeFolder(t), signal), null)
})

test('of two runs at once one loses and its files are gone', async (t) => {
  const [first, second] = [open('race'), open('race')]
  await first.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await second.fetchLatest(makeFolder(t), signal)
  await first.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  await assert.rejects(second.commit(makeVersion(t, '2.0.0'), '2.0.0', signal), {
    message: `Another run added to the store \`s3://${server.bucket}/race\` meanwhile: its newest version was \`1.0.0\` and is \`1.1.0\` now. Nothing was changed. Run the command again; in a workflow, set \`concurrency\` so that runs wait for each other`,
  })
  assert.deepEqual(await first.listVersions(signal), ['1.0.0', '1.1.0'])
})

test('of commits at the same moment exactly one wins, and it is whole', async (t) => {
  const runs = ['1.0.0', '1.0.0', '1.1.0', '1.1.0', '2.0.0', '2.0.0'].map((version, index) => ({
    store: open('moment'),
    version,
    folder: makeVersion(t, version, `run ${index}`),
  }))
  const outcomes = await Promise.allSettled(
    runs.map(({ store, version, folder }) => store.commit(folder, version, signal)),
  )
  const winners = runs.filter((_, index) => outcomes[index]?.status === 'fulfilled')
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof StoreConflictError, outcome.reason)
  assert.equal(winners.length, 1)
  const into = makeFolder(t)
  const found = await open('moment').fetchLatest(into, signal)
  assert.equal(found?.version, winners[0]?.version)
  assert.deepEqual(
    readFileSync(join(into, 'store/records.parquet')),
    readFileSync(join(winners[0]?.folder ?? '', 'store/records.parquet')),
  )
  assert.deepEqual(await open('moment').listVersions(signal), [found?.version])
})

test('an interrupted upload leaves the last good version', async (t) => {
  const store = open('interrupted')
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  const folder = makeVersion(t, '1.1.0')
  for (let part = 0; part < 8; part += 1)
    writeFileSync(join(folder, `dataset/${part}.bin`), Buffer.alloc(8 << 20, part))
  const stop = new AbortController()
  const done = store.commit(folder, '1.1.0', stop.signal)
  while (!existsSync(join(server.folder, 'interrupted/1.1.0/dataset/0.bin'))) await new Promise(setImmediate)
  stop.abort()
  await assert.rejects(done, { name: 'AbortError' })
  assert.ok(!existsSync(join(server.folder, 'interrupted/1.1.0/files.json')))
  assert.equal((await open('interrupted').fetchLatest(makeFolder(t), signal))?.version, '1.0.0')
  // The next run is not in its way.
  await store.commit(folder, '1.1.0', signal)
  assert.equal((await open('interrupted').fetchLatest(makeFolder(t), signal))?.version, '1.1.0')
})

test('a killed run is never seen, and its version can be written once it is known to be dead', async (t) => {
  const store = open('killed')
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await kill(t, 'killed', '1.1.0')
  assert.deepEqual(await store.listVersions(signal), ['1.0.0', '1.1.0'])
  assert.equal((await open('killed').fetchLatest(makeFolder(t), signal))?.version, '1.0.0')
  await assert.rejects(store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal), (error: Error) => {
    assert.ok(error instanceof StoreConflictError)
    assert.match(
      error.message,
      /^Another run began to write version `1\.1\.0` into the store `s3:\/\/records\/killed`; it last wrote 0 minutes ago\. Run the command again when it has ended\. If it has died, delete `s3:\/\/records\/killed\/1\.1\.0\/` or wait/,
    )
    return true
  })
  const claimed = join(server.folder, 'killed/1.1.0')
  for (const path of readdirSync(claimed, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(claimed, path), new Date(), new Date(Date.now() - 1_800_001))
  writeFileSync(join(claimed, 'rubbish'), '')
  utimesSync(join(claimed, 'rubbish'), 0, 0)
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  assert.equal((await open('killed').fetchLatest(makeFolder(t), signal))?.version, '1.1.0')
  assert.deepEqual(readdirSync(claimed).sort(), ['dataset', 'files.json', 'store'])
})

/** Starts a run that is killed in the middle of its upload. */
async function kill(t: TestContext, prefix: string, version: string): Promise<void> {
  const folder = makeVersion(t, version)
  for (let part = 0; part < 8; part += 1)
    writeFileSync(join(folder, `dataset/${part}.bin`), Buffer.alloc(8 << 20, part))
  const code = `
    import { openS3Store } from './src/dataset/store/s3/s3-store.ts'
    const store = openS3Store('s3://${server.bucket}/${prefix}', process.env)
    const { signal } = new AbortController()
    await store.fetchLatest(${JSON.stringify(makeFolder(t))}, signal)
    await store.commit(${JSON.stringify(folder)}, '${version}', signal)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], { stdio: 'inherit' })
  while (!existsSync(join(server.folder, prefix, version, 'dataset/0.bin'))) await new Promise(setImmediate)
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a bucket that keeps former versions of objects keeps none of a removed version', async (t) => {
  const client = new S3Client({ endpoint: server.env.AWS_ENDPOINT_URL_S3 ?? '', forcePathStyle: true })
  const setVersioning = (Status: 'Enabled' | 'Suspended') =>
    client.send(
      new PutBucketVersioningCommand({ Bucket: server.bucket, VersioningConfiguration: { Status } }),
    )
  await setVersioning('Enabled')
  t.after(() => setVersioning('Suspended'))
  const store = open('kept')
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  await client.send(new DeleteObjectCommand({ Bucket: server.bucket, Key: 'kept/1.0.0/dataset/README.md' }))
  const count = async (prefix: string) => {
    const found = await client.send(new ListObjectVersionsCommand({ Bucket: server.bucket, Prefix: prefix }))
    return (found.Versions ?? []).length + (found.DeleteMarkers ?? []).length
  }
  assert.equal(await count('kept/1.0.0/'), 8)
  await store.removeVersion('1.0.0', signal)
  assert.equal(await count('kept/1.0.0/'), 0)
  assert.equal(await count('kept/1.1.0/'), 7)
  assert.equal((await open('kept').fetchLatest(makeFolder(t), signal))?.version, '1.1.0')
})

test('damaged objects are told by name, sums and remedy', async (t) => {
  const store = open('damaged')
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  writeFileSync(join(server.folder, 'damaged/1.0.0/store/records.parquet'), 'records of 9.9.9')
  await assert.rejects(store.fetchLatest(makeFolder(t), signal), {
    name: 'UsageError',
    message:
      /^`s3:\/\/records\/damaged\/1\.0\.0\/store\/records\.parquet` is damaged: it has 16 bytes and the SHA-256 [0-9a-f]{64}, expected 16 and [0-9a-f]{64}\. Restore the file, or name/,
  })
})

test('wrong credentials, no bucket and no server are told with what to do', async (t) => {
  const into = makeFolder(t)
  const fetchFrom = (location: string) => openS3Store(location, process.env).fetchLatest(into, signal)
  await withEnv({ AWS_SECRET_ACCESS_KEY: 'wrong' }, () =>
    assert.rejects(fetchFrom('s3://records/x'), {
      name: 'UsageError',
      message:
        /^Cannot read `s3:\/\/records\/x\/latest\.json` \(SignatureDoesNotMatch, status 403: .*\)\. Set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` \(and/,
    }),
  )
  await withEnv({ AWS_ACCESS_KEY_ID: 'nobody' }, () =>
    assert.rejects(fetchFrom('s3://records/x'), {
      message: /\(XAdminUserNotFound, status 404: .*\)\. Set `AWS_ACCESS_KEY_ID` and/,
    }),
  )
  await withEnv({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', HOME: into }, () =>
    assert.rejects(fetchFrom('s3://records/x'), {
      message: /\(CredentialsProviderError: .*\)\. Set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`/,
    }),
  )
  await assert.rejects(fetchFrom('s3://missing/x'), {
    message:
      /^Cannot read `s3:\/\/missing\/x\/latest\.json` \(NoSuchBucket, status 404: .*\)\. Create the bucket, or check its name in `--store`$/,
  })
  await withEnv({ AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' }, () =>
    assert.rejects(fetchFrom('s3://records/x'), {
      message:
        /\(ECONNREFUSED: .*\)\. Check the network and, when it is not Amazon’s service, that `AWS_ENDPOINT_URL_S3` is its address$/,
    }),
  )
})

test('tombstones of two runs at once are all kept', async () => {
  const toTombstone = (digit: string) =>
    ({ kind: 'author', key: digit.repeat(64), at: '2026-11-02T00:00:00.000Z' }) as const
  await Promise.all(
    ['1', '2', '3'].map((digit) => open('tombstones').addTombstones([toTombstone(digit)], signal)),
  )
  assert.deepEqual(await open('tombstones').readTombstones(signal), ['1', '2', '3'].map(toTombstone))
})
