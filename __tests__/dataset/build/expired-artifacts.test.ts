// Artifacts expire after 90 days at most: what was collected once stays in the dataset.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { collectArtifacts } from '../../../src/dataset/sources/artifacts/collect-artifacts.ts'
import { optionsFor, startArtifactWorld } from '../../support/artifact-world.ts'
import { createBuildWorld, documented, recordOf } from '../../support/build-world.ts'
import { zip } from '../../support/zips.ts'

const numbers = Array.from({ length: 30 }, (_, index) => index + 1)

describe('a dataset of artifacts', () => {
  it('loses nothing when all of them have expired', async (t) => {
    const world = createBuildWorld(t)
    const artifacts = await startArtifactWorld(t)
    const { github } = artifacts
    const add = (number: number) => {
      const record = recordOf(documented(number, { repository_id: 7, head_repository_id: 7 }))
      artifacts.add(number, zip({ [`ai-worklog-pr-${number}.json`]: JSON.stringify(record) }))
    }
    const expire = (id: number) => github.faults.set(id, Array(50).fill({ status: 410 }))
    const build = (lines: unknown[] = []) =>
      world.build(lines, {
        sources: [
          (context) =>
            collectArtifacts({
              ...context,
              ...optionsFor(github),
              seen: context.memory.seen,
              stopAtSeen: context.memory.reachedAll,
            }),
        ],
      })
    const stored = () => world.rows('records').map(({ record_id }) => record_id)

    for (const number of numbers) add(number)
    const first = await build()
    assert.deepEqual([first.version, first.prepared.collected.problems], ['1.0.0', []])
    assert.equal(stored().length, 30)
    const rows = new Map(world.rows('records').map((row) => [row.record_id, row]))

    // One that expires before it was ever collected is told.
    add(31)
    for (const number of [...numbers, 31]) expire(number)
    const gone = await build()
    assert.deepEqual(
      gone.prepared.collected.problems.map(({ reason }) => reason),
      ['expired'],
    )
    assert.equal(stored().length, 30)

    const second = await world.build([documented(32, { repository_id: 7 })])
    assert.equal(second.version, '1.1.0')
    assert.deepEqual(second.description?.changes, { added: 1, changed: 0, removed: 0, redacted: 0 })
    assert.equal(stored().length, 31)
    for (const row of world.rows('records')) {
      if (row.record_id !== 'github.com/7/32') assert.deepEqual(row, rows.get(row.record_id))
    }

    for (const third of [await build(), await world.build([])]) {
      assert.deepEqual([third.version, third.isNew], ['1.1.0', false])
    }
    assert.equal((await world.store.listVersions(new AbortController().signal)).at(-1), '1.1.0')
  })
})
