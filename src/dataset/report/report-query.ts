// What a query of the report is: its file, its columns and their types. Tests, engines, JSON and its schema are made of it.

import type { Column } from '../tables/column.ts'

/** A count is a whole number from 0 and never null; everything else may be null: not known. */
export interface ReportColumn extends Column {
  name: string
  type: 'int64' | 'int32' | 'string'
}

/** One file of `src/dataset/sql/report/`, without `.sql`. */
export interface ReportQuery {
  name: string
  /** What its rows say; one sentence. */
  description: string
  columns: readonly ReportColumn[]
}

/** A row as the JSON of the report has it. */
export type Row<Query extends ReportQuery> = {
  [Item in Query['columns'][number] as Item['name']]: Item['type'] extends 'int64'
    ? number
    : Item['type'] extends 'int32'
      ? number | null
      : string | null
}

/** A column that counts. */
export function count<const Name extends string>(name: Name, description: string) {
  return { name, type: 'int64', description } as const
}

/** A month as a number: 202611 for November 2026. */
export function month<const Name extends string>(name: Name, description: string) {
  return { name, type: 'int32', description } as const
}

/** A text. What strangers wrote is redacted, not escaped. */
export function text<const Name extends string>(name: Name, description: string) {
  return { name, type: 'string', description } as const
}

/** The column of a cut list that says how many rows there would be. It does not become part of the JSON’s rows. */
export const ofRows = count('of_rows', 'Rows there are without the limit.')
