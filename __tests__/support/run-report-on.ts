// The report of plain rows, run in DuckDB as an engine would run it.

import { DuckDBInstance } from '@duckdb/node-api'
import type { ReportResults } from '../../src/dataset/report/report-results.ts'
import { runReport } from '../../src/dataset/report/run-report.ts'
import { type PullRequestRows, toStagedRows } from './report-rows.ts'
import { createStagedTables } from './staged-fixture.ts'

/** What the queries give for `pullRequests`. */
export async function runReportOn(pullRequests: readonly PullRequestRows[]): Promise<ReportResults> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await createStagedTables(connection, 'chosen_', toStagedRows(pullRequests))
    return await runReport(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS())
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
