// Rows as staged Parquet files.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteText, toDuckdbColumns } from '../../src/dataset/engine/duckdb/duckdb-type.ts'
import type { Params } from '../../src/dataset/engine/inputs.ts'
import { sparkInputs } from '../../src/dataset/engine/spark/spark-inputs.ts'
import type { Column } from '../../src/dataset/tables/column.ts'
import type { Row } from './random-rows.ts'
import type { StagedRows } from './staged-rows.ts'

/** Writes every table that the SELECTs read to `<folder>/<name>/part-<n>.parquet`. */
export async function writeStaged(
  connection: DuckDBConnection,
  folder: string,
  rows: StagedRows,
  params: Params,
): Promise<void> {
  const all: StagedRows = new Map([...rows, ['params', [{ ...params }]]])
  for (const { folder: name, columns } of sparkInputs) {
    await writeParts(connection, join(folder, name), columns, all.get(name) ?? [])
  }
}

/** Two files a table, as if two shards had made it. */
async function writeParts(
  connection: DuckDBConnection,
  folder: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const half = Math.ceil(rows.length / 2)
  for (const [part, some] of [rows.slice(0, half), rows.slice(half)].entries()) {
    const json = join(folder, `part-${part}.jsonl`)
    writeFileSync(json, some.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const source = `read_json(${quoteText(json)}, format = 'newline_delimited', columns = ${toDuckdbColumns(columns)})`
    const target = quoteText(join(folder, `part-${part}.parquet`))
    await connection.run(`COPY (FROM ${source}) TO ${target} (FORMAT parquet, COMPRESSION zstd)`)
    rmSync(json)
  }
}
