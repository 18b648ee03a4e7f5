// The one row that tells the SELECTs what is asked for.

import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteName, quoteText, toDuckdbType } from '../engine/duckdb/duckdb-type.ts'
import { runSql } from '../engine/duckdb/open-duckdb.ts'
import { type Params, paramColumns } from '../engine/inputs.ts'

/** Under 20 repositories one repository would make up a split, or none would be left for one. */
export const fewRepositories = 20

/** Of 10,000 buckets: 90 % train, 5 % validation, 5 % test. */
export const trainBelow = 9_000
export const validationBelow = 9_500

/** Writes `params` to `file`. */
export async function writeParams(
  connection: DuckDBConnection,
  params: Params,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const values = new Map<string, unknown>(Object.entries(params))
  const columns = paramColumns.map(({ name, type }) => {
    const value = values.get(name) ?? null
    const literal = typeof value === 'string' ? quoteText(value) : String(value)
    return `CAST(${literal} AS ${toDuckdbType(type)}) AS ${quoteName(name)}`
  })
  const select = `SELECT ${columns.join(', ')}`
  await runSql(
    connection,
    `COPY (${select}) TO ${quoteText(file)} (FORMAT parquet, COMPRESSION zstd)`,
    signal,
  )
}
