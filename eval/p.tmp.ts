import { mkdirSync, rmSync } from 'node:fs'
import { readFacts } from '../src/dataset/build/read-facts.ts'
import { writePrevious } from '../src/dataset/build/read-previous.ts'
import { writeParams } from '../src/dataset/build/write-params.ts'
import { openDuckdb } from '../src/dataset/engine/duckdb/open-duckdb.ts'
import { runPlan } from '../src/dataset/engine/duckdb/run-plan.ts'
import { writeTables } from '../src/dataset/engine/duckdb/write-tables.ts'
import { createPlan } from '../src/dataset/engine/plan.ts'
import { mapInputs } from '../src/dataset/map/map-inputs.ts'
import { noOptOut } from '../src/dataset/privacy/opt-out-list.ts'
import { silent } from '../src/dataset/progress.ts'

const w = '/tmp/m/work'
rmSync(w, { recursive: true, force: true })
mkdirSync(w + '/staged/previous', { recursive: true })
mkdirSync(w + '/staged/params')
const signal = new AbortController().signal
const t = Date.now()
const lap = (n: string) => console.log(n, Date.now() - t, Math.round(process.memoryUsage.rss() / 1e6) + ' MB')
const mapped = await mapInputs(
  [{ path: process.argv[2]!, name: 'real', kind: 'auto', source: 'file', trust: 'local' }],
  {
    workFolder: w,
    outcomes: [],
    salt: 's',
    authors: 'login',
    optOut: noOptOut,
    tombstones: [],
    keepDays: null,
    toolAgeDays: null,
    asOf: '2026-11-26T00:00:00Z',
    signal,
    progress: silent,
  },
)
lap('map')
console.log(mapped.counts, mapped.timings)
const { connection } = await openDuckdb({ temporaryFolder: w + '/spill' })
await writePrevious(connection, null, w + '/staged/previous/0.parquet', signal)
await writeParams(
  connection,
  {
    allow_private: false,
    publish_diffs: true,
    audience: 'team',
    license: null,
    few_repositories: 20,
    train_below: 9000,
    validation_below: 9500,
  },
  w + '/staged/params/0.parquet',
  signal,
)
await runPlan(connection, createPlan(), { stagedFolder: w + '/staged', signal, progress: silent })
lap('plan')
mkdirSync(w + '/out')
const tables = await writeTables(connection, w + '/out', { signal, progress: silent })
lap('write')
console.log(
  tables
    .map(({ name, splits }) => name + ' ' + splits.map((s) => s.split + ':' + s.rows).join(' '))
    .join('\n'),
)
console.log(JSON.stringify(await readFacts(connection)))
