// Asks an engine for everything the report says.

import { loadSql } from '../sql/load-sql.ts'
import { listCoverage, pullRequestCoverage } from './queries/coverage.ts'
import { overview } from './queries/overview.ts'
import { type ReportListName, reportLists, reportSteps } from './queries.ts'
import { readRows, type Value } from './read-rows.ts'
import type { ReportQuery } from './report-query.ts'
import type { Coverage, ReportList, ReportResults } from './report-results.ts'

/** Runs one statement; rows are objects by column, of a statement without a result none. */
export type RunSql = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

/**
 * Makes the steps as temporary tables, so that each is computed once, or as views for an engine that has no such tables, as
 * Spark, and runs every query. The views `chosen_…` must be there. Throws what `query` throws, and a `TypeError` when rows
 * are not of the types the registry says.
 */
export async function runReport(query: RunSql, keepAs: 'TABLE' | 'VIEW' = 'TABLE'): Promise<ReportResults> {
  for (const step of reportSteps) {
    await query(`CREATE OR REPLACE TEMPORARY ${keepAs} ${step} AS
${loadSql(`report/${step}`)}`)
  }
  return readReport(async (name) => query(loadSql(`report/${name}`)))
}

/** The same from rows that an engine has made already: `fetchRows` is asked for each of `reportQueries` by name. */
async function readReport(
  fetchRows: (name: string) => Promise<readonly Readonly<Record<string, unknown>>[]>,
): Promise<ReportResults> {
  const read = async (query: ReportQuery) => readRows(query, await fetchRows(query.name))
  const results = new Map<string, unknown>()
  results.set('overview', (await read(overview))[0])
  results.set('coverage', await readCoverage(read))
  for (const name of Object.keys(reportLists) as ReportListName[]) {
    results.set(name, toList(await read(reportLists[name])))
  }
  // The registry, which `readRows` holds the rows to, is what the type is made of.
  return Object.fromEntries(results) as ReportResults
}

function toList(rows: readonly Record<string, Value>[]): ReportList<Record<string, Value>> {
  const total = Number(rows[0]?.of_rows ?? rows.length)
  return { total, rows: rows.map(({ of_rows: _, ...row }) => row) }
}

/** One row of counts becomes one row a field. A list is known of a pull request when it has a row. */
async function readCoverage(
  read: (query: ReportQuery) => Promise<Record<string, Value>[]>,
): Promise<Coverage[]> {
  const [first = {}] = await read(pullRequestCoverage)
  const coverage = pullRequestCoverage.columns.slice(1).map(({ name: field }): Coverage => {
    const known = Number(first[field])
    return { of: 'pull_requests', field, total: Number(first.pull_requests), known, pull_requests: known }
  })
  const total = Number(first.pull_requests)
  for (const query of listCoverage) {
    const [row = {}] = await read(query)
    const some = Number(row.pull_requests)
    coverage.push({ of: 'pull_requests', field: query.list, total, known: some, pull_requests: some })
    const fields = query.columns.map(({ name }) => name).slice(2)
    for (const field of fields.filter((name) => !name.startsWith('pull_requests_with_'))) {
      coverage.push({
        of: query.list,
        field,
        total: Number(row[query.list]),
        known: Number(row[field]),
        pull_requests: Number(row[`pull_requests_with_${field}`]),
      })
    }
  }
  return coverage
}
