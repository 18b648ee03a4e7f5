// A whole build on Apache Spark: whichever engine did the work, the version is the same.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { installPython } from '../../scripts/e2e/install-python.ts'
import { createBuildWorld, documented } from '../support/build-world.ts'
import { sparkCommand } from '../support/spark-cluster.ts'
import { sumFolder } from '../support/sum-folder.ts'

const first = Array.from({ length: 30 }, (_, index) => documented(index))
const second = [
  ...Array.from({ length: 60 }, (_, index) => documented(20 + index)),
  // A copy, a changed one and one that may not be trained on.
  documented(100, { body: documented(3).body }),
  documented(5, { title: 'Another title' }),
  documented(101, { body: String(documented(101).body).replace('consent: yes', 'consent: no') }),
]

test('a build on Spark gives the bytes of a build on DuckDB', async (t) => {
  const engines = [
    { kind: 'duckdb' } as const,
    { kind: 'spark', command: sparkCommand(installPython(), 'local[2]') } as const,
  ]
  const sums = []
  for (const engine of engines) {
    const world = createBuildWorld(t)
    await world.build(first)
    const { version } = await world.build(second, { engine })
    assert.equal(version, '2.0.0')
    sums.push(sumFolder(join(world.folder, 'store', version)))
  }
  assert.deepEqual(sums[1], sums[0])
})
