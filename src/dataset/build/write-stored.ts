// The store's table of a version: every record that is kept, in the dataset or not.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { diffsFile } from '../diffs/stage-diffs.ts'
import { quoteName, quoteText } from '../engine/duckdb/duckdb-type.ts'
import { runSql } from '../engine/duckdb/open-duckdb.ts'
import { inRange, partName, splitRecords } from '../engine/duckdb/record-ranges.ts'
import { parquetOptions } from '../engine/duckdb/write-tables.ts'
import { diffColumns, storedColumns } from '../engine/inputs.ts'
import { testListFile } from './read-test-list.ts'

/** Records of one file: with their JSON they are twice as wide as those of the dataset. */
const recordsPerFile = 5_000

/** Writes the views `stored` and `test_list` into the version in `folder`. */
export async function writeStored(
  connection: DuckDBConnection,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(join(folder, 'store'), { recursive: true })
  const columns = storedColumns.map(({ name }) => quoteName(name)).join(', ')
  const ranges = await splitRecords(connection, 'FROM chosen', recordsPerFile)
  for (const [index, range] of ranges.entries()) {
    const file = join(folder, 'store', `${partName('records', index, ranges.length)}.parquet`)
    const select = `SELECT ${columns} FROM stored WHERE true${inRange(range)} ORDER BY record_id, record_key`
    await runSql(connection, `COPY (${select}) TO ${quoteText(file)} (${parquetOptions})`, signal)
  }
  const diffs = diffColumns.map(({ name }) => quoteName(name)).join(', ')
  const keptDiffs = `SELECT ${diffs} FROM stored_diffs ORDER BY pull_request_key`
  await runSql(
    connection,
    `COPY (${keptDiffs}) TO ${quoteText(join(folder, diffsFile))} (${parquetOptions})`,
    signal,
  )
  const list = 'SELECT record_id, repository, url, text_hash FROM test_list ORDER BY record_id'
  await runSql(connection, `COPY (${list}) TO ${quoteText(join(folder, testListFile))} (FORMAT json)`, signal)
}
