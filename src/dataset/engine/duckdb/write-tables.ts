// Writes the tables and views of a dataset as Parquet and JSONL, one file a split.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Progress } from '../../../runtime/progress.ts'
import { publishedTables } from '../../tables/published.ts'
import type { PublishedTable } from '../../tables/published-table.ts'
import { type FileSummary, type Split, splits, type TableSummary } from '../../tables/table-summary.ts'
import { quoteName, quoteText } from './duckdb-type.ts'
import { runSql } from './open-duckdb.ts'
import { jsonSelect, publishedSelect } from './published-select.ts'
import { fromSplit, partName, type RecordRange, splitRecords } from './record-ranges.ts'

/** Rows of a Parquet row group: DuckDB holds a few of them at once, and records are large. */
const rowGroupSize = 10_000

/** How Parquet is written everywhere. Records may be of 10 MB each, so a group is bounded by both. */
export const parquetOptions = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupSize}, ROW_GROUP_SIZE_BYTES '16MB'`

/** Records of one file: nested they are of some KB each, and a range is sorted in memory. */
const recordsPerFile = 10_000
/** The same for the flat tables, whose rows are small. */
const flatRecordsPerFile = 250_000

/** Writes `data/<table>/…` and `jsonl/<table>/…` into `folder`, which must be empty. A split without rows has no file. */
export async function writeTables(
  connection: DuckDBConnection,
  folder: string,
  { signal, progress }: { signal: AbortSignal; progress: Progress },
): Promise<TableSummary[]> {
  const ranges = new Map<string, RecordRange[]>()
  for (const split of splits) {
    for (const size of [recordsPerFile, flatRecordsPerFile]) {
      const from = fromSplit('published', split)
      ranges.set(`${split} ${size}`, await splitRecords(connection, from, size))
    }
  }
  const summaries: TableSummary[] = []
  for (const table of publishedTables) {
    const size = table.name === 'records' ? recordsPerFile : flatRecordsPerFile
    const counts = await countSplits(connection, table)
    const written: TableSummary['splits'][number][] = []
    for (const split of splits) {
      const rows = counts.get(split) ?? 0
      if (rows === 0) continue
      const own = ranges.get(`${split} ${size}`) ?? []
      const parquet: FileSummary[] = []
      const jsonl: FileSummary[] = []
      for (const [index, range] of own.entries()) {
        const part: Part = { folder, table, split, range, name: partName(split, index, own.length), signal }
        const file = await writeParquet(connection, part)
        parquet.push(file)
        jsonl.push(await writeJsonl(connection, part, file))
      }
      written.push({ split, rows, parquet, jsonl })
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

interface Part {
  folder: string
  table: PublishedTable
  split: Split
  range: RecordRange
  /** Of the file, without its ending. */
  name: string
  signal: AbortSignal
}

async function writeParquet(connection: DuckDBConnection, part: Part): Promise<FileSummary> {
  const { folder, table, split, range, name, signal } = part
  const path = `data/${table.name}/${name}.parquet`
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  const rows = await copy(connection, publishedSelect(table, split, range), file, parquetOptions, signal)
  return { path, ...(await summarizeFile(file)), rows }
}

/** From the Parquet file, whose rows need neither be joined nor sorted again. */
async function writeJsonl(
  connection: DuckDBConnection,
  { folder, table, name, signal }: Part,
  parquet: FileSummary,
): Promise<FileSummary> {
  const path = `jsonl/${table.name}/${name}.jsonl`
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await runSql(connection, 'SET preserve_insertion_order = true', signal)
  try {
    const rows = await copy(
      connection,
      jsonSelect(table, join(folder, parquet.path)),
      file,
      'FORMAT json',
      signal,
    )
    return { path, ...(await summarizeFile(file)), rows }
  } finally {
    await connection.run('SET preserve_insertion_order = false')
  }
}

/** Resolves to the rows that were written. */
async function copy(
  connection: DuckDBConnection,
  select: string,
  file: string,
  options: string,
  signal: AbortSignal,
): Promise<number> {
  return runSql(connection, `COPY (${select}) TO ${quoteText(file)} (${options})`, signal)
}

/** Size and SHA-256 of `file`. */
async function summarizeFile(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}
