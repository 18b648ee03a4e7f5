// Which counts rest on something known: a 0 of what nobody recorded would read as “none”.

import type { ReportResults } from './report-results.ts'

/** A count of a table that rests on a field of the pull requests, as the coverage names it. */
export interface CountColumn<Row> {
  head: string
  /** Null: always shown. */
  field: string | null
  cell: (row: Row) => string
}

/** The columns to show, and a sentence that names those left out, empty when none is. */
export function knownColumns<Row>(
  { coverage }: ReportResults,
  columns: readonly CountColumn<Row>[],
): { shown: readonly CountColumn<Row>[]; leftOut: string } {
  const isKnown = ({ field }: CountColumn<Row>) =>
    field === null ||
    coverage.some((row) => row.of === 'pull_requests' && row.field === field && row.known > 0)
  const fields = new Set(columns.filter((column) => !isKnown(column)).map(({ field }) => field))
  const names = [...fields].map((field) => `\`${field}\``).join(', ')
  return {
    shown: columns.filter(isKnown),
    leftOut: fields.size === 0 ? '' : `Left out, since it is known of no pull request: ${names}.`,
  }
}
