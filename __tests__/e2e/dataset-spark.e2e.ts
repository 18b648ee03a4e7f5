// Every SELECT of the dataset gives the same typed rows on DuckDB and on Apache Spark, whatever happens to the cluster.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { DuckDBConnection } from '@duckdb/node-api'
import { installPython } from '../../scripts/e2e/install-python.ts'
import { openDuckdb } from '../../src/dataset/engine/duckdb/open-duckdb.ts'
import { publishedSelect } from '../../src/dataset/engine/duckdb/published-select.ts'
import { runPlan } from '../../src/dataset/engine/duckdb/run-plan.ts'
import type { Params } from '../../src/dataset/engine/inputs.ts'
import { createPlan, type Step } from '../../src/dataset/engine/plan.ts'
import { renderSparkScript } from '../../src/dataset/engine/spark/render-spark-script.ts'
import { createReportSteps } from '../../src/dataset/engine/spark/report-steps.ts'
import { runPlanOnSpark } from '../../src/dataset/engine/spark/run-plan-on-spark.ts'
import { publishedOutput } from '../../src/dataset/engine/spark/spark-outputs.ts'
import { publishedTables } from '../../src/dataset/tables/published.ts'
import type { PublishedTable } from '../../src/dataset/tables/published-table.ts'
import { splits } from '../../src/dataset/tables/table-summary.ts'
import { silent } from '../../src/runtime/progress.ts'
import { hostileTexts } from '../support/hostile-python.ts'
import { assertSameRows, assertTotalOrder } from '../support/same-rows.ts'
import { sparkCommand, startSparkCluster } from '../support/spark-cluster.ts'
import { createStagedRows } from '../support/staged-rows.ts'
import { writeStaged } from '../support/write-staged.ts'

const python = installPython()
const signal = new AbortController().signal

const team: Params = {
  allow_private: false,
  audience: 'team',
  publish_diffs: true,
  license: null,
  few_repositories: 20,
  train_below: 8_000,
  validation_below: 9_000,
}

interface Setup {
  connection: DuckDBConnection
  folder: string
  staged: string
  plan: Step[]
}

/** Random rows in a folder whose name is as awkward as names get, and every step of them on DuckDB. */
async function setUp(t: TestContext, count: number, params: Params, plan: Step[]): Promise<Setup> {
  const parent = mkdtempSync(join(tmpdir(), 'ai-worklog-spark-'))
  t.after(() => rmSync(parent, { recursive: true, force: true }))
  const folder = join(parent, 'it’s {b,c} %20 # ü')
  mkdirSync(folder)
  const { connection, close } = await openDuckdb({
    temporaryFolder: join(folder, 'spill'),
    memoryLimit: '2GB',
  })
  t.after(close)
  const staged = join(folder, 'staged')
  await writeStaged(connection, staged, createStagedRows(count, 5), params)
  await runPlan(connection, plan, { stagedFolder: staged, signal, progress: silent })
  return { connection, folder, staged, plan }
}

/** Runs the plan on Spark and compares all that it wrote with what DuckDB has. */
async function assertSameOnSpark(
  { connection, folder, staged, plan }: Setup,
  command: string,
  tables: readonly PublishedTable[],
): Promise<void> {
  await connection.run('CREATE SCHEMA on_spark')
  await connection.run("SET schema = 'on_spark'")
  await runPlanOnSpark(connection, plan, {
    command,
    stagedFolder: staged,
    workFolder: join(folder, 'spark'),
    outputs: tables.map(publishedOutput),
    signal,
    progress: silent,
  })
  await connection.run("SET schema = 'main'")
  for (const { name } of plan) await assertSameRows(connection, `main."${name}"`, `on_spark."${name}"`)
  for (const table of tables) {
    for (const split of splits) {
      const files = join(folder, 'spark', 'results', 'data', table.name, `split=${split}`, '*.parquet')
      const written = `read_parquet('${files.replaceAll("'", "''")}', hive_partitioning = false)`
      const rows = await assertSameRows(connection, `(${publishedSelect(table, split)})`, written)
      assert.ok(rows > 0, `${table.name} ${split} has rows to compare`)
      await assertTotalOrder(connection, files, table.key)
    }
  }
}

test('a cluster that loses one of its two workers gives the rows of DuckDB', async (t) => {
  const setup = await setUp(t, 3_000, team, [...createPlan(), ...(await createReportSteps())])
  const cluster = await startSparkCluster(python, join(setup.folder, 'cluster'))
  t.after(cluster.stop)
  const log = join(setup.folder, 'spark', 'spark.log')
  const [task] = await Promise.all([
    cluster.killBusyWorker(log, 'ai-worklog: step labels_1'),
    assertSameOnSpark(setup, cluster.command, publishedTables),
  ])
  const text = readFileSync(log, 'utf8')
  const lost = new RegExp(`TID ${task}\\) failed because while it was being computed, its executor exited`)
  assert.ok(lost.test(text), `the driver noticed that task ${task} was lost`)
})

test('a public dataset has the same rows on Spark', async (t) => {
  const params: Params = {
    ...team,
    allow_private: true,
    audience: 'public',
    publish_diffs: false,
    license: 'CC0-1.0',
    few_repositories: 100,
  }
  const setup = await setUp(t, 600, params, [...createPlan()])
  await assertSameOnSpark(setup, sparkCommand(python, 'local[2]'), [])
})

test('Python reads the plan of a script as it was written, whatever it holds', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-spark-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const steps = hostileTexts.map((text): Step => ({ name: text, sql: `x${text}x`, kind: 'view' }))
  const script = join(folder, 'script.py')
  writeFileSync(script, renderSparkScript({ inputs: [], steps, outputs: [] }, null))
  const read = [
    'import ast, json, sys',
    'body = ast.parse(open(sys.argv[1], encoding="utf-8").read()).body',
    'steps = next(node for node in body if isinstance(node, ast.Assign) and node.targets[0].id == "STEPS")',
    'print(json.dumps(ast.literal_eval(steps.value)))',
  ]
  const { stdout, stderr } = spawnSync(python, ['-c', read.join('\n'), script], { encoding: 'utf8' })
  assert.equal(stderr, '')
  assert.deepEqual(
    JSON.parse(stdout),
    steps.map(({ name, sql, kind }) => [name, kind, sql]),
  )
})
