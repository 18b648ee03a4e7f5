// The S3 store while the service is busy, connections break and answers are cut.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { openS3Store } from '../../src/dataset/store/s3/s3-store.ts'
import { makeFolder, makeVersion } from '../support/dataset-version.ts'
import { type FaultyProxy, type Harm, startFaultyProxy } from '../support/faulty-proxy.ts'
import { type S3Server, startS3Server } from '../support/s3-server.ts'

const { signal } = new AbortController()
const saved = { ...process.env }
let server: S3Server
let proxy: FaultyProxy

before(async () => {
  server = await startS3Server()
  proxy = await startFaultyProxy(server.env.AWS_ENDPOINT_URL_S3 ?? '')
  Object.assign(process.env, server.env, { AWS_ENDPOINT_URL_S3: proxy.origin })
})
after(async () => {
  process.env = saved
  await proxy?.stop()
  await server?.stop()
})
beforeEach(() => {
  proxy.harm = () => null
})

const busy: Harm = {
  status: 503,
  body: '<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>',
}
const open = (prefix: string) => openS3Store(`s3://${server.bucket}/${prefix}`, process.env)

/** Harms the first request of each address that `pattern` fits. */
function harmFirst(pattern: RegExp, harm: Harm): () => number {
  const seen = new Set<string>()
  let count = 0
  proxy.harm = (request) => {
    if (!pattern.test(request) || seen.has(request)) return null
    seen.add(request)
    count += 1
    return harm
  }
  return () => count
}

test('a busy service and broken connections are tried again, up and down', async (t) => {
  const folder = makeVersion(t, '1.0.0')
  const large = Buffer.alloc(3_000_000, 'x')
  writeFileSync(join(folder, 'store/large.bin'), large)
  const refused = harmFirst(/./, busy)
  await open('busy').commit(folder, '1.0.0', signal)
  assert.ok(refused() > 9)
  for (const harm of ['break', 'cut'] as const) {
    const harmed = harmFirst(/^GET .*\/store\//, harm)
    const into = makeFolder(t)
    assert.equal((await open('busy').fetchLatest(into, signal))?.version, '1.0.0')
    assert.deepEqual(readFileSync(join(into, 'store/large.bin')), large)
    assert.equal(harmed(), 3)
  }
  const broken = harmFirst(/^PUT .*\/dataset\//, 'break')
  const store = open('busy')
  await store.fetchLatest(makeFolder(t), signal)
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  assert.equal(broken(), 4)
})

test('a service that stays busy leaves the last good version and is told', async (t) => {
  const store = open('down')
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  proxy.harm = (request) => (/^PUT .*\/store\/records/.test(request) ? busy : null)
  await assert.rejects(store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal), {
    name: 'UsageError',
    message:
      'Cannot write `s3://records/down/1.1.0/store/records.parquet` (SlowDown, status 503: Reduce your request rate). Run the command again',
  })
  proxy.harm = () => null
  assert.equal((await open('down').fetchLatest(makeFolder(t), signal))?.version, '1.0.0')
  assert.deepEqual(await store.listVersions(signal), ['1.0.0'])
})

test('lost answers to what only one run may write are no conflict', async (t) => {
  const store = open('lost')
  await store.commit(makeVersion(t, '1.0.0'), '1.0.0', signal)
  const lost = harmFirst(/^PUT .*\/(latest|files)\.json/, 'cut')
  await store.commit(makeVersion(t, '1.1.0'), '1.1.0', signal)
  assert.equal(lost(), 2)
  assert.equal((await open('lost').fetchLatest(makeFolder(t), signal))?.version, '1.1.0')
})

test('Ctrl-C ends a run that waits for a service that never answers', async (t) => {
  proxy.harm = () => 'hang'
  const stop = new AbortController()
  const done = open('hang').fetchLatest(makeFolder(t), stop.signal)
  setTimeout(() => stop.abort(), 200)
  await assert.rejects(done, { name: 'AbortError' })
})
