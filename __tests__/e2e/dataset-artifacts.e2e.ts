// 2,000 artifacts in a real blob server behind a GitHub that fails in every way: nothing good is lost, everything bad is
// told, and nothing is fetched twice.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ArtifactsOptions } from '../../src/dataset/sources/artifacts/artifacts-options.ts'
import { collectArtifacts } from '../../src/dataset/sources/artifacts/collect-artifacts.ts'
import { silent } from '../../src/runtime/progress.ts'
import { startArtifactService } from '../support/artifact-service.ts'
import { listReasons, optionsFor, readNumbers, token } from '../support/artifact-world.ts'
import { type BlobServer, startAzurite } from '../support/azurite.ts'
import { blobOf, readBlob, uploadZips } from '../support/blob-zips.ts'
import {
  type ArtifactApiFault,
  createArtifact,
  type GitHubArtifacts,
  startGitHubArtifacts,
  type TestArtifact,
  type TestRepository,
} from '../support/github-artifacts.ts'
import { startGitHubServer } from '../support/github-server.ts'
import { removeFolders, runCheck } from '../support/run-check.ts'
import { createRecord, zip, zipBomb, zipRecord } from '../support/zips.ts'

const count = 2000
const headSha = 'b'.repeat(40)
const bomb = zipBomb('a.json', 200 * 1024 * 1024)

/** What artifact `id` is: most are good, and of each kind of the others there are 20. */
const kinds = [
  ...['410', 'expired', 'wrong-digest', 'zip-bomb', 'not-zip', 'wrong-schema', 'not-json'],
  ...['forged-repository', 'forged-number', 'forged-fork', 'api-5xx', 'api-cut', 'blob-5xx', 'blob-cut'],
  ...['fork', 'fork', 'fork', 'other-name', 'several'],
] as const
type Kind = (typeof kinds)[number] | 'good'

function kindOf(id: number): Kind {
  return kinds[id % 100] ?? 'good'
}

const reasons: Partial<Record<Kind, string>> = {
  '410': 'expired',
  expired: 'expired',
  'wrong-digest': 'wrong-digest',
  'zip-bomb': 'too-large',
  'not-zip': 'not-zip',
  'wrong-schema': 'wrong-schema',
  'not-json': 'not-json',
  'forged-repository': 'forged',
  'forged-number': 'forged',
  'forged-fork': 'forged',
}

function createZip(id: number, kind: Kind): Buffer {
  const fork = { head_repository_id: 8, head_sha: headSha }
  switch (kind) {
    case 'zip-bomb':
      return bomb
    case 'not-zip':
      return Buffer.from('<html>Not Found</html>')
    case 'wrong-schema':
      return zip({ 'ai-worklog-pr-1.json': '{"version": 3}' })
    case 'not-json':
      return zip({ 'ai-worklog-pr-1.json': '{"schema_version": "1.0", ' })
    case 'forged-repository':
      return zipRecord(createRecord(id, { repository_id: 70 }))
    case 'forged-number':
      return zipRecord(createRecord(100_000 + id, fork))
    case 'fork':
    case 'forged-fork':
      return zipRecord(createRecord(id, fork))
    default:
      return zipRecord(createRecord(id))
  }
}

function changesOf(id: number, kind: Kind): Partial<TestArtifact> {
  const run = { id, repository_id: 7, head_repository_id: 8, head_sha: headSha, head_branch: 'topic' }
  switch (kind) {
    case 'expired':
      return { isExpired: true }
    case 'wrong-digest':
      return { digest: `sha256:${'0'.repeat(64)}` }
    case 'forged-number':
    case 'fork':
    case 'forged-fork':
      return { run }
    case 'other-name':
      return { name: 'coverage' }
    case 'several':
      return { name: `ai-worklog-pr-${id}` }
    default:
      return {}
  }
}

/** Once for each artifact of the kind. */
const apiFaults: Partial<Record<Kind, ArtifactApiFault[]>> = {
  '410': [{ status: 410 }],
  'api-5xx': [{ status: 500 }, { status: 502 }],
  'api-cut': ['cut'],
}
const blobFaults: Partial<Record<Kind, ArtifactApiFault[]>> = {
  'blob-5xx': [{ status: 503 }, { status: 500 }],
  'blob-cut': ['cut', 'cut'],
}

/** Kinds whose zips come through a storage that fails as it is told, and sees what it is sent. */
const watched = new Set<Kind>(['blob-5xx', 'blob-cut', 'fork', 'several', 'not-zip'])

const ids = Array.from({ length: count }, (_, index) => index + 1)
const idsOf = (...wanted: Kind[]) => ids.filter((id) => wanted.includes(kindOf(id)))
const zips = new Map(ids.map((id) => [id, createZip(id, kindOf(id))]))
const goodIds = idsOf('good', 'several', 'api-5xx', 'api-cut', 'blob-5xx', 'blob-cut')

describe('2,000 artifacts', { timeout: 240_000 }, () => {
  let blobs: BlobServer
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-artifacts-'))
  before(async () => {
    blobs = await startAzurite()
    await uploadZips(blobs, zips)
  })
  after(async () => {
    await blobs?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function startGitHub(newest: number): Promise<{ github: GitHubArtifacts; app: TestRepository }> {
    const github = await startGitHubArtifacts({
      readZip: (id) => readBlob(blobs, id),
      locate: (id) => (watched.has(kindOf(id)) ? null : blobs.signUrl(blobOf(id))),
    })
    const app: TestRepository = { id: 7, artifacts: [], pulls: new Map() }
    for (const [id, bytes] of zips) {
      if (id > newest) break
      const kind = kindOf(id)
      app.artifacts.unshift(createArtifact(id, bytes, 7, changesOf(id, kind)))
      if (kind === 'fork') app.pulls.set(id, { headRepositoryId: 8, headBranch: 'topic', shas: [headSha] })
      // Of a branch of the repository itself: no fork may speak of it.
      if (kind === 'forged-fork')
        app.pulls.set(id, { headRepositoryId: 7, headBranch: 'topic', shas: [headSha] })
    }
    github.repositories.set('octo/app', app)
    return { github, app }
  }

  function injectFaults({ faults, blobFaults: storage }: GitHubArtifacts): void {
    for (const id of ids) {
      const kind = kindOf(id)
      faults.set(id, [...(apiFaults[kind] ?? [])])
      storage.set(id, [...(blobFaults[kind] ?? [])])
    }
    const limit = { 'retry-after': '1' }
    faults.set(650, [{ status: 429, headers: limit }])
    faults.set(1250, [{ status: 403, headers: limit, message: 'You have exceeded a secondary rate limit' }])
    faults.set('list', [{ status: 502 }, 'cut', { status: 429, headers: { 'retry-after': '0' } }])
    faults.set('graphql', ['cut', { status: 502 }])
  }

  const optionsIn = (github: GitHubArtifacts, workFolder: string) => ({
    ...optionsFor(github),
    workFolder: join(folder, workFolder),
    retryBase: 5,
  })
  const collect = (github: GitHubArtifacts, workFolder: string, changes: Partial<ArtifactsOptions> = {}) =>
    collectArtifacts({
      ...optionsIn(github, workFolder),
      signal: new AbortController().signal,
      progress: silent,
      ...changes,
    })

  it('come whole through every fault, and a second run fetches only what is new', async (t) => {
    const { github, app } = await startGitHub(count)
    t.after(github.stop)
    injectFaults(github)
    const before = process.memoryUsage().rss
    const first = await collect(github, 'first')
    assert.ok(process.memoryUsage().rss - before < 400 * 1024 * 1024)

    assert.deepEqual(readNumbers(first, 'base'), goodIds)
    assert.deepEqual(readNumbers(first, 'fork'), idsOf('fork'))
    const expected = ids.flatMap((id) => {
      const reason = reasons[kindOf(id)]
      return reason === undefined ? [] : [`octo/app artifact ${id}: ${reason}`]
    })
    assert.deepEqual(listReasons(first), expected.sort())
    assert.equal(first.artifacts.length, count - idsOf('other-name').length)
    assert.deepEqual([...github.tokens.api], [`token ${token}`])
    assert.deepEqual([...github.tokens.storage], [undefined])
    // One call for each that was well, and none for what the listing tells or nobody wants.
    const calls = github.countZips()
    for (const id of idsOf('good', 'several', 'fork', 'zip-bomb', 'not-zip', '410')) {
      assert.equal(calls.get(id), id === 650 || id === 1250 ? 2 : 1, `artifact ${id}`)
    }
    for (const id of idsOf('expired', 'other-name')) assert.equal(calls.get(id), undefined)

    const added = Array.from({ length: 50 }, (_, index) => count + 1 + index)
    const addedZips = new Map(added.map((id) => [id, zipRecord(createRecord(id))]))
    await uploadZips(blobs, addedZips)
    for (const [id, bytes] of addedZips) app.artifacts.unshift(createArtifact(id, bytes, 7))
    github.requests.length = 0
    const second = await collect(github, 'second', { seen: first.artifacts, stopAtSeen: true })
    assert.deepEqual(readNumbers(second, 'base'), added)
    assert.deepEqual(second.problems, [])
    assert.deepEqual(
      [...github.countZips().keys()].sort((a, b) => a - b),
      added,
    )
    assert.ok(github.requests.length <= added.length + 45, `${github.requests.length} calls`)
    assert.equal(second.counts.calls, github.requests.length)
  })

  it('are each fetched once by a run that is killed and one that goes on', async (t) => {
    const newest = 800
    const { github } = await startGitHub(newest)
    t.after(github.stop)
    const options = JSON.stringify(optionsIn(github, 'killed'))
    const script = fileURLToPath(new URL('../support/collect-child.ts', import.meta.url))
    const child = spawn(
      process.execPath,
      [...process.execArgv.filter((arg) => !arg.startsWith('--test')), script, options],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    while (github.countZips().size < 300) {
      assert.equal(child.exitCode, null)
      await sleep(5)
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    const journal = readFileSync(join(folder, 'killed', 'artifacts-journal.jsonl'), 'utf8')
    const done = journal.split('\n').length - 1
    assert.ok(done >= 250 && done < newest - 200, `${done} done`)

    const controller = new AbortController()
    const progress = {
      say: () => {},
      step: (_: string, fetched: number) => void (fetched === 200 && controller.abort()),
    }
    await assert.rejects(collect(github, 'killed', { signal: controller.signal, progress }), {
      name: 'AbortError',
    })
    const collected = await collect(github, 'killed')
    // Without faults those that answered 410 are good, too.
    const expected = ids.filter((id) => id <= newest && (goodIds.includes(id) || kindOf(id) === '410'))
    assert.deepEqual(readNumbers(collected, 'base'), expected)
    assert.ok((collected.counts.resumed ?? 0) >= done + 200)
    // Only what was under way when a run ended, eight at a time, was asked for again; a wrong digest is, always.
    const wrong = new Set(idsOf('wrong-digest'))
    const twice = [...github.countZips()].filter(([id, calls]) => calls > 1 && !wrong.has(id))
    assert.ok(twice.length <= 16, `${twice.length} asked for again`)
  })
})

test('the artifact that the check uploads is collected', async (t) => {
  const pullsServer = await startGitHubServer()
  t.after(pullsServer.stop)
  const service = await startArtifactService()
  t.after(service.stop)
  t.after(removeFolders)
  const { exitCode, record } = await runCheck({ env: { ...service.env, GITHUB_API_URL: pullsServer.origin } })
  assert.equal(exitCode, 0)
  const { source } = JSON.parse(String(record))

  const bytes = await service.download('ai-worklog')
  const [stored] = service.artifacts
  const run = {
    id: source.run.id,
    repository_id: source.repository_id,
    head_sha: headSha,
    head_branch: 'topic',
  }
  const artifact = createArtifact(101, bytes, source.repository_id, {
    digest: stored?.digest ?? null,
    size: stored?.size ?? 0,
    run: { ...run, head_repository_id: source.repository_id },
  })
  const github = await startGitHubArtifacts({ readZip: async () => bytes })
  t.after(github.stop)
  github.repositories.set(source.repository, {
    id: source.repository_id,
    artifacts: [artifact],
    pulls: new Map(),
  })
  const workFolder = mkdtempSync(join(tmpdir(), 'ai-worklog-artifacts-'))
  t.after(() => rmSync(workFolder, { recursive: true }))
  const collected = await collectArtifacts({
    ...optionsFor(github),
    repositories: [source.repository],
    workFolder,
    signal: new AbortController().signal,
    progress: silent,
  })
  assert.deepEqual(collected.problems, [])
  const [line = '', rest] = readFileSync(collected.inputs[0]?.path ?? '', 'utf8').split('\n')
  assert.equal(rest, '')
  assert.deepEqual(JSON.parse(line), JSON.parse(String(record)))
  assert.match(stored?.digest ?? '', /^sha256:/)
})
