// Writes the tables and views of a dataset as Parquet and JSONL, one file a split.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Progress } from '../../progress.ts'
import { type PublishedTable, publishedTables } from '../../tables/published.ts'
import { type FileSummary, type Split, splits, type TableSummary } from '../../tables/table-summary.ts'
import { quoteName, quoteText } from './duckdb-type.ts'
import { runSql } from './open-duckdb.ts'
import { jsonSelect, publishedSelect } from './published-select.ts'

/** Rows of a Parquet row group: DuckDB holds a few of them at once, and records are large. */
export const rowGroupSize = 10_000

/** How Parquet is written everywhere. Records may be of 10 MB each, so a group is bounded by both. */
export const parquetOptions = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupSize}, ROW_GROUP_SIZE_BYTES '16MB'`

/** Writes `data/<table>/…` and `jsonl/<table>/…` into `folder`, which must be empty. A split without rows has no file. */
export async function writeTables(
  connection: DuckDBConnection,
  folder: string,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<TableSummary[]> {
  const summaries: TableSummary[] = []
  for (const table of publishedTables) {
    const counts = await countSplits(connection, table)
    const written: TableSummary['splits'][number][] = []
    for (const split of splits) {
      const rows = counts.get(split) ?? 0
      if (rows === 0) continue
      const parquet = await writeParquet(connection, { folder, table, split, rows, signal })
      const jsonl = await writeJsonl(connection, { folder, table, split, rows, signal }, parquet)
      written.push({ split, rows, parquet: [parquet], jsonl: [jsonl] })
    }
    const { name, kind, description, columns } = table
    summaries.push({ name, kind, description, columns, splits: written })
    progress.step('files', summaries.length, publishedTables.length)
  }
  return summaries
}

async function countSplits(
  connection: DuckDBConnection,
  table: PublishedTable,
): Promise<Map<string, number>> {
  const reader = await connection.runAndReadAll(
    `SELECT split, CAST(COUNT(*) AS INTEGER) AS n FROM ${quoteName(table.name)} GROUP BY split`,
  )
  return new Map(reader.getRowsJS().map(([split, n]) => [String(split), Number(n)]))
}

interface Writing {
  folder: string
  table: PublishedTable
  split: Split
  rows: number
  signal: AbortSignal
}

async function writeParquet(
  connection: DuckDBConnection,
  { folder, table, split, rows, signal }: Writing,
): Promise<FileSummary> {
  const path = `data/${table.name}/${split}-00000-of-00001.parquet`
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  const select = publishedSelect(table, split)
  await runSql(connection, `COPY (${select}) TO ${quoteText(file)} (${parquetOptions})`, signal)
  return { path, ...(await summarizeFile(file)), rows }
}

/** From the Parquet file, whose rows need neither be joined nor sorted again. */
async function writeJsonl(
  connection: DuckDBConnection,
  { folder, table, split, rows, signal }: Writing,
  parquet: FileSummary,
): Promise<FileSummary> {
  const path = `jsonl/${table.name}/${split}-00000-of-00001.jsonl`
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  const select = jsonSelect(table, join(folder, parquet.path))
  await runSql(connection, 'SET preserve_insertion_order = true', signal)
  try {
    await runSql(connection, `COPY (${select}) TO ${quoteText(file)} (FORMAT json)`, signal)
  } finally {
    await connection.run('SET preserve_insertion_order = false')
  }
  return { path, ...(await summarizeFile(file)), rows }
}

/** Size and SHA-256 of `file`. */
export async function summarizeFile(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}
