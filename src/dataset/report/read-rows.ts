// Rows as an engine gives them to rows of the report: each column of its type, nothing more.

import type { ReportColumn, ReportQuery } from './report-query.ts'

/** A value of a row: a count, a month or a text. */
export type Value = number | string | null

/** `rows` with the columns of `query` in order. Throws when a column is missing or of another type: that is a bug. */
export function readRows(
  query: ReportQuery,
  rows: readonly Readonly<Record<string, unknown>>[],
): Record<string, Value>[] {
  return rows.map((row) => {
    const entries = query.columns.map((column) => [column.name, readValue(query, column, row[column.name])])
    return Object.fromEntries(entries)
  })
}

function readValue({ name }: ReportQuery, column: ReportColumn, value: unknown): Value {
  const known = value === undefined ? undefined : convert(column, value)
  if (known !== undefined) return known
  throw new TypeError(`Unexpected ${typeof value} in \`${name}.${column.name}\`, expected ${column.type}`)
}

/** Undefined when `value` is not of the column’s type. Engines give 64 bits as a bigint, a number or, in JSON, a string. */
function convert({ type }: ReportColumn, value: unknown): Value | undefined {
  if (value === null) return type === 'int64' ? undefined : null
  if (type === 'string') return typeof value === 'string' ? value : undefined
  const isNumber =
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    (typeof value === 'string' && /^-?\d{1,19}$/.test(value))
  const number = isNumber ? Number(value) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}
