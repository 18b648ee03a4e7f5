// Large tables are sorted and written in ranges of record ids, a file each: DuckDB cannot sort wide rows that do not fit
// into memory.

import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteName, quoteText } from './duckdb-type.ts'

/** Record ids from `from` on and before `to`; null: no bound. */
export interface RecordRange {
  from: string | null
  to: string | null
}

export const everything: RecordRange = { from: null, to: null }

/** The condition for a WHERE that has another already. */
export function inRange({ from, to }: RecordRange): string {
  return `${from === null ? '' : ` AND record_id >= ${quoteText(from)}`}${to === null ? '' : ` AND record_id < ${quoteText(to)}`}`
}

/** Ranges of at most `size` of the distinct `record_id` that `from` (a FROM clause) gives; at least one. */
export async function splitRecords(
  connection: DuckDBConnection,
  from: string,
  size: number,
): Promise<RecordRange[]> {
  const reader = await connection.runAndReadAll(
    `SELECT record_id FROM (
      SELECT record_id, row_number() OVER (ORDER BY record_id) AS place FROM (SELECT DISTINCT record_id ${from})
    ) WHERE place > 1 AND (place - 1) % ${size} = 0 ORDER BY record_id`,
  )
  const bounds = reader.getRowsJS().map(([id]) => String(id))
  return [null, ...bounds].map((bound, index) => ({ from: bound, to: bounds[index] ?? null }))
}

/** `name` with the numbers that the Hugging Face Hub gives to parts: `train-00000-of-00003`. */
export function partName(name: string, index: number, count: number): string {
  const pad = (number: number) => String(number).padStart(5, '0')
  return `${name}-${pad(index)}-of-${pad(count)}`
}

/** As a FROM clause: the rows of table `name` in `split`. */
export function fromSplit(name: string, split: string): string {
  return `FROM ${quoteName(name)} WHERE split = ${quoteText(split)}`
}
