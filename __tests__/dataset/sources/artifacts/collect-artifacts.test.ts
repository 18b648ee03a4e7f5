import assert from 'node:assert/strict'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { listReasons, readNumbers, startArtifactWorld, token } from '../../../support/artifact-world.ts'
import { createRecord, zip, zipBomb, zipRecord } from '../../../support/zips.ts'

const record = (number: number) => zipRecord(createRecord(number))

describe('collectArtifacts', () => {
  it('brings every record by one call an artifact, in the order of the artifacts', async (t) => {
    const { github, add, collect, said } = await startArtifactWorld(t)
    for (const id of [1, 2, 3]) add(id, record(id + 10))
    add(4, record(14), { name: 'ai-worklog-pr-14' })
    add(5, record(15), { name: 'ai-worklog-dataset' })
    const collected = await collect()
    assert.deepEqual(listReasons(collected), [])
    assert.deepEqual(readNumbers(collected, 'base'), [11, 12, 13, 14])
    assert.deepEqual(
      collected.inputs.map(({ source, trust, kind }) => [source, trust, kind]),
      [['artifact', 'base', 'record']],
    )
    assert.deepEqual(
      collected.artifacts.map(({ repository, id }) => `${repository} ${id}`),
      ['octo/app 1', 'octo/app 2', 'octo/app 3', 'octo/app 4'],
    )
    assert.match(collected.artifacts[0]?.digest ?? '', /^sha256:[0-9a-f]{64}$/)
    assert.deepEqual([...github.countZips()].sort(), [
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ])
    assert.equal(collected.counts.fetched, 4)
    assert.deepEqual([...github.tokens.api], [`token ${token}`])
    assert.deepEqual([...github.tokens.storage], [undefined])
    assert.ok(
      said.some((line) => /^artifacts 4\/4 4,321 calls left of the rate limit, about 0 s to go$/.test(line)),
      said.join('\n'),
    )
  })

  it('fetches only what is new', async (t) => {
    const { github, add, collect } = await startArtifactWorld(t)
    for (const id of [1, 2]) add(id, record(id))
    const first = await collect()
    add(3, record(3))
    github.requests.length = 0
    const second = await collect({ seen: first.artifacts })
    assert.deepEqual(readNumbers(second, 'base'), [3])
    assert.deepEqual([...github.countZips()], [[3, 1]])
    assert.deepEqual(
      second.artifacts.map(({ id }) => id),
      [3],
    )
    assert.equal(second.counts.skipped, 2)
  })

  it('goes on with the journal, even one with a torn end', async (t) => {
    const { github, add, collect, folder } = await startArtifactWorld(t)
    for (const id of [1, 2, 3]) add(id, record(id))
    const first = await collect()
    const journal = join(folder, 'artifacts-journal.jsonl')
    const lines = readFileSync(journal, 'utf8').split('\n')
    writeFileSync(journal, `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 30)}`)
    appendFileSync(join(folder, 'artifacts-collected.jsonl'), '{"torn":')
    github.requests.length = 0
    const second = await collect()
    assert.equal(github.countZips().size, 1)
    assert.deepEqual(readNumbers(second, 'base'), [1, 2, 3])
    assert.deepEqual(second.artifacts, first.artifacts)
    assert.equal(second.counts.resumed, 2)
    github.requests.length = 0
    assert.deepEqual(readNumbers(await collect(), 'base'), [1, 2, 3])
    assert.equal(github.countZips().size, 0)
    assert.deepEqual(readdirSync(folder).sort(), [
      'artifacts-base.jsonl',
      'artifacts-collected.jsonl',
      'artifacts-fork.jsonl',
      'artifacts-journal.jsonl',
    ])
  })

  it('stops when it is told to, and fetches nothing twice afterwards', async (t) => {
    const { github, add, collect } = await startArtifactWorld(t)
    for (let id = 1; id <= 30; id += 1) add(id, record(id))
    const controller = new AbortController()
    const progress = {
      say: () => {},
      step: (_: string, done: number) => void (done === 12 && controller.abort()),
    }
    await assert.rejects(collect({ signal: controller.signal, progress, concurrency: 1 }), {
      name: 'AbortError',
    })
    const collected = await collect()
    assert.equal(readNumbers(collected, 'base').length, 30)
    const counts = [...github.countZips().values()]
    assert.equal(counts.length, 30)
    assert.deepEqual(
      counts.filter((count) => count > 1),
      [],
    )
    assert.equal(collected.counts.resumed, 12)
  })

  it('tells what is bad by its reason, and takes the rest', async (t) => {
    const { app, add, collect, zips } = await startArtifactWorld(t)
    add(1, record(1))
    add(2, record(2), { isExpired: true })
    add(3, Buffer.from('<html>'))
    add(4, zipBomb('a.json', 20 * 1024 * 1024))
    add(5, zip({ 'a.json': '{"schema_version": "1.0"' }))
    add(6, zip({ 'a.json': '{"a": 1}' }))
    add(7, zip({ 'a.txt': 'no' }))
    add(8, record(8), { digest: `sha256:${'0'.repeat(64)}` })
    add(9, record(9), { size: 5 })
    add(10, record(10), { size: 9_000_000 })
    add(11, Buffer.alloc(9_000_000), { size: 5 })
    add(12, record(12), { run: null })
    add(13, zip({ 'a.json': '['.repeat(100_000) + ']'.repeat(100_000) }))
    add(14, zip({ 'a.json': `{"schema_version":"1.0","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }))
    add(15, zip({ 'a.json': new Uint8Array([0x7b, 0xff, 0x7d]) }))
    add(16, zip({ 'bad.json': '{', 'good.json': JSON.stringify(createRecord(16)) }))
    add(17, record(17), { digest: null, size: 1 })
    assert.equal(zips.size, app.artifacts.length)
    const collected = await collect()
    const reasons = listReasons(collected).map((line) => line.replace('octo/app artifact ', ''))
    assert.deepEqual(
      reasons.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
      [
        '2: expired',
        '3: not-zip',
        '4: too-large',
        '5: not-json',
        '6: wrong-schema',
        '7: no-record',
        '8: wrong-digest',
        '9: wrong-size',
        '10: too-large',
        '11: too-large',
        '12: unverified',
        '13: wrong-schema',
        '14: not-json',
        '15: not-json',
        '16: not-json',
      ],
    )
    assert.deepEqual(readNumbers(collected, 'base'), [1, 16, 17])
    // Each is known now, and is not fetched again.
    assert.equal(collected.artifacts.length, 17)
    assert.equal(collected.counts.rejected, 14)
    assert.equal(collected.counts.expired, 1)
  })

  it('waits and tries again, and loses nothing', async (t) => {
    const { github, add, collect, said } = await startArtifactWorld(t)
    for (let id = 1; id <= 8; id += 1) add(id, record(id))
    const reset = String(Math.floor(Date.now() / 1000))
    github.faults.set('list', [{ status: 502 }, 'cut', { status: 200, message: 'not a list' }])
    github.faults.set(1, [{ status: 500 }, { status: 503 }])
    github.faults.set(2, ['cut', 'cut'])
    github.faults.set(3, [{ status: 429, headers: { 'retry-after': '1' } }])
    github.faults.set(4, [
      { status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '1' } },
    ])
    github.faults.set(5, [
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } },
    ])
    github.blobFaults.set(6, ['cut', 'cut', { status: 500 }])
    github.blobFaults.set(7, [{ status: 403 }])
    github.blobFaults.set(8, [{ status: 503, headers: { 'retry-after': '0' } }])
    const collected = await collect()
    assert.deepEqual(listReasons(collected), [])
    assert.deepEqual(readNumbers(collected, 'base'), [1, 2, 3, 4, 5, 6, 7, 8])
    assert.ok(
      said.some((line) => /^GitHub’s rate limit: waiting [12] s$/.test(line)),
      said.join('\n'),
    )
  })

  it('does not remember what cannot be had now', async (t) => {
    const { github, add, collect, folder } = await startArtifactWorld(t)
    for (const id of [1, 2, 3]) add(id, record(id))
    github.faults.set(
      2,
      Array.from({ length: 100 }, () => ({ status: 500 })),
    )
    github.faults.set(3, [{ status: 410 }])
    const collected = await collect()
    assert.deepEqual(listReasons(collected), [
      'octo/app artifact 2: unreachable',
      'octo/app artifact 3: expired',
    ])
    assert.deepEqual(
      collected.artifacts.map(({ id }) => id),
      [1, 3],
    )
    assert.equal(collected.counts.unreachable, 1)
    github.faults.clear()
    const second = await collect({ seen: collected.artifacts, workFolder: join(folder, 'next') })
    assert.deepEqual(readNumbers(second, 'base'), [2])
  })

  it('gives up where waiting would take too long, and says how many are left', async (t) => {
    const { github, add, collect } = await startArtifactWorld(t)
    for (const id of [1, 2, 3, 4]) add(id, record(id))
    github.faults.set(3, [{ status: 429, headers: { 'retry-after': '3000' } }])
    const collected = await collect({ longestWait: 1000, concurrency: 1 })
    assert.deepEqual(readNumbers(collected, 'base'), [1, 2])
    assert.deepEqual(listReasons(collected), ['octo/app artifact 3: unreachable', 'octo/app: unreachable'])
    assert.equal(collected.counts.unreachable, 2)
  })

  it('asks a repository that refuses everything only a few times', async (t) => {
    const { github, add, collect } = await startArtifactWorld(t)
    for (let id = 1; id <= 20; id += 1) {
      add(id, record(id))
      github.faults.set(
        id,
        Array.from({ length: 5 }, () => ({ status: 403, message: 'Resource not accessible' })),
      )
    }
    const collected = await collect({ concurrency: 1 })
    assert.deepEqual(collected.problems, [
      {
        place: 'octo/app',
        reason: 'forbidden',
        message:
          '20 artifacts cannot be had: GitHub answered 403 (Resource not accessible). Give the token the permission `actions: read`.',
      },
    ])
    assert.equal(github.countZips().size, 3)
  })

  it('stops at a refused token', async (t) => {
    const { github, add, collect } = await startArtifactWorld(t)
    add(1, record(1))
    await assert.rejects(collect({ token: '' }), { name: 'UsageError' })
    github.faults.set(1, [{ status: 401, message: 'Bad credentials' }])
    await assert.rejects(collect(), { name: 'UsageError', message: /Bad credentials/ })
    github.faults.set('list', [{ status: 401, message: 'Bad credentials' }])
    await assert.rejects(collect(), { name: 'UsageError', message: /Bad credentials/ })
  })
})
