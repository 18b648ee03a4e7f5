// Runs the plan on DuckDB: views over the staged Parquet files, then step after step.

import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Progress } from '../../../runtime/progress.ts'
import { stagedTables } from '../../tables/staged.ts'
import type { Step } from '../plan.ts'
import { quoteName } from './duckdb-type.ts'
import { runSql } from './open-duckdb.ts'
import { readParquetFolder } from './read-parquet.ts'

export interface PlanRun {
  /** `<staged>/<table>/*.parquet`, and `diffs`, `previous` and `params` in the same way. */
  stagedFolder: string
  signal: AbortSignal
  progress: Progress
}

/** Afterwards every step of `plan` is a table or view of `connection`. */
export async function runPlan(
  connection: DuckDBConnection,
  plan: readonly Step[],
  { stagedFolder, signal, progress }: PlanRun,
): Promise<void> {
  const names: [view: string, folder: string][] = [
    ...[...stagedTables.keys()].map((name): [string, string] => [`staged_${name}`, name]),
    ['staged_diffs', 'diffs'],
    ['previous', 'previous'],
    ['params', 'params'],
  ]
  for (const [view, folder] of names) {
    const files = readParquetFolder(join(stagedFolder, folder))
    await runSql(connection, `CREATE VIEW ${quoteName(view)} AS SELECT * FROM ${files}`, signal)
  }
  let done = 0
  for (const { name, sql, kind } of plan) {
    await runSql(connection, `CREATE ${kind.toUpperCase()} ${quoteName(name)} AS ${sql}`, signal)
    progress.step('tables', ++done, plan.length)
  }
}
