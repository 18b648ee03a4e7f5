// `npm run bench:dataset`: what a dataset of many records costs, as ratios against DuckDB and against its own stages, and
// what a collection of artifacts costs against `gh run download`. Arguments: records (100,000) and rounds (3).

import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureInTurn } from '../measure.ts'
import { writeRecords } from './records.ts'
import { runMeasured } from './run-measured.ts'
import { addUp, type Stages } from './stages.ts'

const count = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-bench-'))

try {
  const records = join(folder, 'records.jsonl')
  await writeRecords(records, count, 1)
  const { size } = statSync(records)
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores; ${count} records of ${Math.round(size / count)} bytes, ${rounds} rounds in turn, medians\n`,
  )
  const peaks: number[] = []
  const cores: number[] = []
  let run = 0
  const build = async () => {
    const store = join(folder, `store-${run++}`)
    const work = join(folder, 'work')
    const args = ['dataset', 'build', records, '--store', store, '--work-dir', work, '--as-of', '2026-11-26']
    const { peak, busy } = await runMeasured([path('../../dist/cli.js'), ...args])
    peaks.push(peak)
    cores.push(busy)
    rmSync(store, { recursive: true, force: true })
  }
  const parquet = () => runMeasured([path('./duckdb-only.ts'), records, join(folder, 'one.parquet')])
  const times = await measureInTurn(
    [
      { name: 'DuckDB: read, write one Parquet file', run: parquet },
      { name: 'dataset build', run: build },
    ],
    rounds,
  )
  const [duckdb = Number.NaN, whole = Number.NaN] = times.values()
  const stages = await measureStages(records)
  const sum = addUp(stages, availableParallelism())
  console.log('| | seconds | ratio | limit |\n|---|---|---|---|')
  console.log(`| DuckDB reads the JSONL and writes one Parquet file | ${seconds(duckdb)} | 1 | |`)
  console.log(
    `| \`dataset build\`, all tables and views | ${seconds(whole)} | ${(whole / duckdb).toFixed(1)} × DuckDB | 30 |`,
  )
  console.log(
    `| its stages, each alone, on all cores | ${seconds(sum)} | ${(whole / sum).toFixed(2)} × their sum | 1.3 |`,
  )
  console.log(
    `\nPeak memory ${Math.round(Math.max(...peaks) / 1024)} MB (limit 1,024); cores busy ${Math.max(...cores).toFixed(2)} on average\n`,
  )
  console.log('| stage, alone | seconds of one core | share |\n|---|---|---|')
  const total = Object.values(stages).reduce((all, value) => all + value, 0)
  for (const [name, value] of Object.entries(stages).sort(([, a], [, b]) => b - a)) {
    console.log(`| ${name} | ${seconds(value)} | ${Math.round((100 * value) / total)} % |`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds of one core, each stage by itself with nothing beside it. */
async function measureStages(records: string): Promise<Stages> {
  const work = join(folder, 'stages')
  mkdirSync(work)
  const { stdout } = await runMeasured([path('./stages-alone.ts'), records, work])
  return JSON.parse(stdout)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}
if (!existsSync(path('../../dist/cli.js'))) throw new Error('`dist` is missing: `npm run build`')
