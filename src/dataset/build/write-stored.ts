// The store's table of a version: every record that is kept, in the dataset or not.

import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { diffsFile } from '../diffs/stage-diffs.ts'
import { quoteName, quoteText } from '../engine/duckdb/duckdb-type.ts'
import { runSql } from '../engine/duckdb/open-duckdb.ts'
import { parquetOptions } from '../engine/duckdb/write-tables.ts'
import { diffColumns, storedColumns } from '../engine/inputs.ts'
import { recordsFile } from './read-previous.ts'
import { testListFile } from './read-test-list.ts'

/** Writes the views `stored` and `test_list` into the version in `folder`. */
export async function writeStored(
  connection: DuckDBConnection,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const file = join(folder, recordsFile)
  await mkdir(dirname(file), { recursive: true })
  const columns = storedColumns.map(({ name }) => quoteName(name)).join(', ')
  const select = `SELECT ${columns} FROM stored ORDER BY record_key`
  await runSql(connection, `COPY (${select}) TO ${quoteText(file)} (${parquetOptions})`, signal)
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
