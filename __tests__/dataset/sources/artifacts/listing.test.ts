// Which artifacts are found, and what finding them costs.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type ArtifactWorld,
  listReasons,
  readNumbers,
  startArtifactWorld,
} from '../../../support/artifact-world.ts'
import { createRecord, zipRecord } from '../../../support/zips.ts'

const zips = new Map<number, Buffer>()
function record(number: number): Buffer {
  const zip = zips.get(number) ?? zipRecord(createRecord(number))
  zips.set(number, zip)
  return zip
}

/** Days after the epoch of the test. */
const day = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString()

function countPages({ github }: ArtifactWorld): number {
  return github.requests.filter((request) => request.includes('/actions/artifacts?')).length
}

describe('the listing', () => {
  it('looks at every artifact for those of several pull requests', async (t) => {
    const world = await startArtifactWorld(t)
    world.add(1, record(1), { name: 'ai-worklog-pr-1' })
    for (let id = 2; id <= 250; id += 1) world.add(id, record(id), { name: 'build' })
    world.add(251, record(251))
    const collected = await world.collect()
    assert.deepEqual(readNumbers(collected, 'base'), [1, 251])
    assert.equal(countPages(world), 4)
    assert.equal(collected.counts.listed, 2)
  })

  it('does not when there are no others than those of the name', async (t) => {
    const world = await startArtifactWorld(t)
    for (let id = 1; id <= 250; id += 1) world.add(id, record(1))
    await world.collect()
    assert.equal(countPages(world), 4)
  })

  it('ends a day behind what was seen, when asked to', async (t) => {
    const world = await startArtifactWorld(t)
    for (let id = 1; id <= 1000; id += 1) {
      world.add(id, record(1), { name: id % 50 === 0 ? 'ai-worklog' : 'build', createdAt: day(id / 100) })
    }
    const first = await world.collect()
    assert.equal(first.counts.fetched, 20)
    assert.equal(countPages(world), 11)
    for (let id = 1001; id <= 1100; id += 1) {
      world.add(id, record(1), { name: id === 1050 ? 'ai-worklog-pr-5' : 'build', createdAt: day(id / 100) })
    }
    world.github.requests.length = 0
    const second = await world.collect({ seen: first.artifacts, stopAtSeen: true })
    assert.equal(second.counts.fetched, 1)
    assert.equal(countPages(world), 1 + 4)
    // Asked for nothing, it looks at all.
    world.github.requests.length = 0
    await world.collect({ seen: first.artifacts })
    assert.equal(countPages(world), 12)
  })

  it('ends at the time that is asked for', async (t) => {
    const world = await startArtifactWorld(t)
    for (let id = 1; id <= 500; id += 1) world.add(id, record(1), { createdAt: day(id / 100) })
    const collected = await world.collect({ since: day(4) })
    assert.equal(collected.counts.listed, 101)
    assert.equal(countPages(world), 3 + 1)
    await assert.rejects(world.collect({ since: 'yesterday' }), { name: 'UsageError', message: /`--since`/ })
  })

  it('takes what it has when it breaks off, and says so', async (t) => {
    const world = await startArtifactWorld(t)
    for (let id = 1; id <= 150; id += 1) world.add(id, record(1))
    world.github.faults.set('list', [
      { status: 200, message: 'no list' },
      { status: 200, message: 'no list' },
      { status: 200, message: 'no list' },
    ])
    assert.deepEqual(listReasons(await world.collect()), ['octo/app: unreachable'])
    assert.deepEqual(listReasons(await world.collect({ repositories: ['octo/app', 'octo/none'] })), [
      'octo/none: not-found',
    ])
  })
})

describe('the repositories', () => {
  it('are those of an organisation and those that are named, each once', async (t) => {
    const world = await startArtifactWorld(t)
    world.add(1, record(1))
    for (let index = 1; index <= 120; index += 1) {
      world.github.repositories.set(`octo/r${index}`, { id: index + 100, artifacts: [], pulls: new Map() })
    }
    const collected = await world.collect({ organization: 'octo', repositories: ['OCTO/APP', 'octo/r1'] })
    assert.deepEqual(listReasons(collected), ['OCTO/APP: not-found'])
    assert.equal(collected.counts.repositories, 121)
    assert.equal(world.github.requests.filter((request) => request.startsWith('GET /orgs/')).length, 2)
  })

  it('must have names that are some', async (t) => {
    const { collect, github } = await startArtifactWorld(t)
    for (const name of [
      'octo',
      'octo/app/x',
      'octo/',
      '../x',
      'octo/app?x=1',
      'https://github.com/octo/app',
    ]) {
      await assert.rejects(collect({ repositories: [name] }), {
        name: 'UsageError',
        message: /`owner\/name`/,
      })
    }
    assert.deepEqual(github.requests, [])
    await assert.rejects(collect({ organization: 'nobody' }), {
      name: 'UsageError',
      message:
        /^Cannot list the repositories of `nobody`: GitHub answered 404 \(Not Found\)\. Check the name/,
    })
  })
})
