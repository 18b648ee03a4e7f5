// Each stage of a build by itself: the map on one thread, then DuckDB’s steps one after another. Prints JSON.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writePrevious } from '../../src/dataset/build/read-previous.ts'
import {
  fewRepositories,
  trainBelow,
  validationBelow,
  writeParams,
} from '../../src/dataset/build/write-params.ts'
import { writeStored } from '../../src/dataset/build/write-stored.ts'
import { stageDiffs } from '../../src/dataset/diffs/stage-diffs.ts'
import { openDuckdb } from '../../src/dataset/engine/duckdb/open-duckdb.ts'
import { runPlan } from '../../src/dataset/engine/duckdb/run-plan.ts'
import { writeTables } from '../../src/dataset/engine/duckdb/write-tables.ts'
import { createPlan } from '../../src/dataset/engine/plan.ts'
import { mapInputs } from '../../src/dataset/map/map-inputs.ts'
import { noOptOut } from '../../src/dataset/privacy/opt-out-list.ts'
import { silent } from '../../src/runtime/progress.ts'

const [, , records = '', folder = ''] = process.argv
const signal = new AbortController().signal
const staged = join(folder, 'staged')
const { timings } = await mapInputs(
  [{ path: records, name: 'records', kind: 'record', source: 'file', trust: 'local' }],
  {
    workFolder: folder,
    outcomes: [],
    salt: 'bench',
    authors: 'login',
    optOut: noOptOut,
    tombstones: [],
    keepDays: null,
    toolAgeDays: null,
    asOf: '2026-11-26T00:00:00.000Z',
    threads: 1,
    signal,
    progress: silent,
  },
)
const { parquet, ...own } = timings
const stages: Record<string, number> = { ...own, 'DuckDB: staged tables': parquet }
const { connection, close } = await openDuckdb({ temporaryFolder: join(folder, 'spill') })
for (const name of ['previous', 'params']) mkdirSync(join(staged, name), { recursive: true })
await writePrevious(connection, null, join(staged, 'previous', '0.parquet'), signal)
const params = {
  few_repositories: fewRepositories,
  train_below: trainBelow,
  validation_below: validationBelow,
}
await writeParams(
  connection,
  { allow_private: false, publish_diffs: true, audience: 'team', license: null, ...params },
  join(staged, 'params', '0.parquet'),
  signal,
)
await stageDiffs(connection, { fetched: null, versionFolder: null, stagedFolder: staged, signal })
await measure('DuckDB: choose, cluster, split', () =>
  runPlan(connection, createPlan(), { stagedFolder: staged, signal, progress: silent }),
)
const dataset = join(folder, 'dataset')
mkdirSync(dataset)
await measure('DuckDB: tables and views', () =>
  writeTables(connection, dataset, { signal, progress: silent }),
)
await measure('DuckDB: the store', () => writeStored(connection, folder, signal))
close()
console.log(JSON.stringify(stages))

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  stages[name] = performance.now() - start
}
