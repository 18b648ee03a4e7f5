// The report as JSON: counts as the queries give them, without rates. schema/report.v1.schema.json is its contract.

import { escapeJson } from '../../core/record/serialize.ts'
import { type ReportListName, reportLists } from './queries.ts'
import { smallCount } from './rates.ts'
import type { ReportResults } from './report-results.ts'

/** What the report is of. */
export interface AboutReport {
  /** Version of the dataset, such as `1.2.0`; null or left out when the report is of something else. */
  datasetVersion?: string | null
  /** The time that counts as now, ISO 8601 in UTC. */
  asOf?: string | null
}

export type ReportJson = {
  /** Of this format: additions are a minor version. */
  schema_version: '1.0'
  dataset_version: string | null
  as_of: string | null
  /** Counts below this many are single cases, not findings. */
  small_count: number
} & ReportResults

/** Keys in the order of the schema. */
export function toReportJson(results: ReportResults, about: AboutReport): ReportJson {
  const lists = (Object.keys(reportLists) as ReportListName[]).map((name) => [name, results[name]])
  return {
    schema_version: '1.0',
    dataset_version: about.datasetVersion ?? null,
    as_of: about.asOf ?? null,
    small_count: smallCount,
    overview: results.overview,
    coverage: results.coverage,
    ...Object.fromEntries(lists),
  } as ReportJson
}

/** The JSON as an indented file with a newline at its end, in which nothing acts on a terminal or a runner. */
export function serializeReport(json: ReportJson): string {
  return escapeJson(`${JSON.stringify(json, null, 2)}\n`)
}
