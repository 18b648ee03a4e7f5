// What the queries give: the counts of which the report’s JSON and Markdown are made.

import type { CoveredList } from './queries/coverage.ts'
import type { overview } from './queries/overview.ts'
import type { reportLists } from './queries.ts'
import type { Row } from './report-query.ts'

/** Rows of a list that may be cut. */
export interface ReportList<Item> {
  /** Rows there are; more than `rows` when the list is cut. */
  total: number
  /** In the order of the query. */
  rows: readonly Item[]
}

/** Of how many pull requests, or rows of a list, a field is known. */
export interface Coverage {
  /** What is counted: the pull requests, or the rows of a list of the record. */
  of: 'pull_requests' | CoveredList
  field: string
  /** How many there are. */
  total: number
  /** Of how many it is known. */
  known: number
  /** In how many pull requests it is known at least once. */
  pull_requests: number
}

export type ReportRow<Name extends keyof typeof reportLists> = Omit<
  Row<(typeof reportLists)[Name]>,
  'of_rows'
>

export type ReportResults = {
  overview: Row<typeof overview>
  coverage: readonly Coverage[]
} & { [Name in keyof typeof reportLists]: ReportList<ReportRow<Name>> }
