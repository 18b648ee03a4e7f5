// The plan on Spark instead of DuckDB: afterwards DuckDB sees the same tables, so that all that follows is the same.

import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteName } from '../duckdb/duckdb-type.ts'
import { runSql } from '../duckdb/open-duckdb.ts'
import { readParquetFolder } from '../duckdb/read-parquet.ts'
import type { PlanRun } from '../duckdb/run-plan.ts'
import type { Step } from '../plan.ts'
import { renderSparkScript, type SparkOutput } from './render-spark-script.ts'
import { runSpark } from './run-spark.ts'
import { sparkInputs } from './spark-inputs.ts'
import { stepOutput } from './spark-outputs.ts'

export interface SparkPlanRun extends PlanRun {
  /** `--spark-command`. */
  command: string
  /** Gets `dataset.py`, `spark.log`, `steps/` and `results/`. All workers must see it and the staged folder under these paths. */
  workFolder: string
  /** What is written besides the steps, such as the published tables. Default: nothing. */
  outputs?: readonly SparkOutput[]
}

/**
 * Afterwards every step of `plan` is a view of `connection` over what Spark wrote. Throws as {@link runSpark} does.
 */
export async function runPlanOnSpark(
  connection: DuckDBConnection,
  plan: readonly Step[],
  { stagedFolder, workFolder, command, outputs = [], signal, progress }: SparkPlanRun,
): Promise<void> {
  const folder = resolve(workFolder)
  const paths = {
    staged: resolve(stagedFolder),
    steps: join(folder, 'steps'),
    results: join(folder, 'results'),
  }
  // A table is in files already, for the steps that read it.
  const views = plan.filter(({ kind }) => kind === 'view').map(({ name }) => stepOutput(name))
  const all = [...views, ...outputs]
  await mkdir(folder, { recursive: true })
  const script = join(folder, 'dataset.py')
  await writeFile(script, renderSparkScript({ inputs: sparkInputs, steps: plan, outputs: all }, paths))
  await runSpark({
    command,
    script,
    workFolder: folder,
    folders: [
      ...plan.filter(({ kind }) => kind === 'table').map(({ name }) => join(paths.steps, name)),
      ...all.map((output) => join(paths.results, output.folder)),
    ],
    signal,
    progress,
  })
  for (const { name, kind } of plan) {
    const files = readParquetFolder(join(kind === 'table' ? paths.steps : paths.results, name))
    await runSql(connection, `CREATE VIEW ${quoteName(name)} AS SELECT * FROM ${files}`, signal)
  }
}
