// Whose word is taken: runs of forks against what the API says of their pull requests.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WorklogRecord } from '../../../../src/core/record/schema.ts'
import {
  type ArtifactWorld,
  listReasons,
  readNumbers,
  startArtifactWorld,
} from '../../../support/artifact-world.ts'
import { createRecord, zipRecord } from '../../../support/zips.ts'

const sha = 'b'.repeat(40)

/** Adds an artifact of a run of fork 8, whose record says `source` of pull request `number`. */
function addForkRun(
  world: ArtifactWorld,
  id: number,
  number: number,
  source: Partial<WorklogRecord['source']> = {},
) {
  const artifact = world.add(id, zipRecord(createRecord(number, { head_repository_id: 8, ...source })))
  if (artifact.run !== null) artifact.run.head_repository_id = 8
  return artifact
}

describe('runs of forks', () => {
  it('are taken for their own pull requests, all asked for in one query', async (t) => {
    const world = await startArtifactWorld(t)
    for (let number = 1; number <= 40; number += 1) {
      world.app.pulls.set(number, { headRepositoryId: 8, headBranch: 'topic', shas: ['0', sha, '1'] })
      addForkRun(world, number, number)
    }
    world.add(41, zipRecord(createRecord(41)))
    const collected = await world.collect()
    assert.deepEqual(listReasons(collected), [])
    assert.equal(readNumbers(collected, 'fork').length, 40)
    assert.deepEqual(readNumbers(collected, 'base'), [41])
    assert.deepEqual(
      collected.inputs.map(({ trust }) => trust),
      ['base', 'fork'],
    )
    assert.equal(world.github.requests.filter((request) => request === 'POST /graphql').length, 1)
  })

  it('are not taken for anything else', async (t) => {
    const world = await startArtifactWorld(t)
    const { app } = world
    app.pulls.set(1, { headRepositoryId: 9, headBranch: 'topic', shas: [sha] })
    app.pulls.set(2, { headRepositoryId: 7, headBranch: 'topic', shas: [sha] })
    app.pulls.set(3, { headRepositoryId: 8, headBranch: 'topic', shas: ['0'] })
    app.pulls.set(4, { headRepositoryId: null, headBranch: 'topic', shas: [sha] })
    app.pulls.set(5, { headRepositoryId: 8, headBranch: 'topic', shas: [sha] })
    for (const number of [1, 2, 4]) addForkRun(world, number, number)
    addForkRun(world, 3, 3, { head_sha: 'c'.repeat(40) })
    addForkRun(world, 5, 5, { head_repository_id: 7 })
    addForkRun(world, 6, 5, { repository_id: 70 })
    addForkRun(world, 7, 5, { host: 'github.example' })
    addForkRun(world, 8, 99)
    addForkRun(world, 9, 5, { pr_number: 2 ** 40 })
    addForkRun(world, 10, 5, { run: { id: 1, attempt: 1, event: 'pull_request', url: '' } })
    const collected = await world.collect()
    const forged = [1, 10, 2, 3, 5, 6, 7, 8, 9].map((id) => `octo/app artifact ${id}: forged`)
    assert.deepEqual(listReasons(collected), [...forged, 'octo/app artifact 4: unverified'].sort())
    assert.deepEqual(collected.inputs, [])
    assert.equal(collected.artifacts.length, 10)
  })

  it('wait for another time when GitHub does not tell of their pull requests', async (t) => {
    const world = await startArtifactWorld(t)
    for (const number of [1, 2]) {
      world.app.pulls.set(number, { headRepositoryId: 8, headBranch: 'topic', shas: [sha] })
      addForkRun(world, number, number)
    }
    world.add(3, zipRecord(createRecord(3)))
    world.github.faults.set(
      'graphql',
      Array.from({ length: 100 }, () => ({ status: 502 })),
    )
    const collected = await world.collect()
    assert.deepEqual(listReasons(collected), [
      'octo/app artifact 1: unreachable',
      'octo/app artifact 2: unreachable',
    ])
    assert.deepEqual(
      collected.artifacts.map(({ id }) => id),
      [3],
    )
    world.github.faults.clear()
    assert.deepEqual(readNumbers(await world.collect(), 'fork'), [1, 2])
    assert.deepEqual([...world.github.countZips().values()], [1, 1, 1])
  })

  it('wait for the rate limit of GraphQL, on an Enterprise Server, too', async (t) => {
    const world = await startArtifactWorld(t)
    world.app.pulls.set(1, { headRepositoryId: 8, headBranch: 'topic', shas: [sha] })
    addForkRun(world, 1, 1)
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }]
    const limit = { status: 200, headers: { 'retry-after': '0' }, errors }
    world.github.faults.set('graphql', [limit, limit])
    const graphqlUrl = `${world.github.apiUrl}/api/graphql`
    assert.deepEqual(readNumbers(await world.collect({ graphqlUrl }), 'fork'), [1])
    world.github.faults.set('graphql', [limit, limit])
    assert.deepEqual(readNumbers(await world.collect(), 'fork'), [1])
  })

  it('are asked for by halves when a query is too much', async (t) => {
    const world = await startArtifactWorld(t)
    for (let number = 1; number <= 8; number += 1) {
      world.app.pulls.set(number, { headRepositoryId: 8, headBranch: 'topic', shas: [sha] })
      addForkRun(world, number, number)
    }
    world.github.faults.set('graphql', [
      ...Array.from({ length: 4 }, () => ({ status: 502 })),
      'cut',
      { status: 429, headers: { 'retry-after': '0' } },
    ])
    assert.equal(readNumbers(await world.collect(), 'fork').length, 8)
  })
})

describe('runs of the base repository', () => {
  it('speak of their own repository only', async (t) => {
    const world = await startArtifactWorld(t)
    world.add(1, zipRecord(createRecord(1, { repository_id: 70 })))
    // About a fork's pull request, as `pull_request_target` and `workflow_run` are.
    world.add(2, zipRecord(createRecord(2, { head_repository_id: 8 })))
    const collected = await world.collect()
    assert.deepEqual(listReasons(collected), ['octo/app artifact 1: forged'])
    assert.deepEqual(readNumbers(collected, 'base'), [2])
    assert.equal(world.github.requests.includes('POST /graphql'), false)
  })
})
