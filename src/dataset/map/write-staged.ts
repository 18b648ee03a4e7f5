// Staged rows from JSONL to Parquet, by DuckDB.

import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteName, quoteText, toDuckdbColumns, toDuckdbType } from '../engine/duckdb/duckdb-type.ts'
import { runSql } from '../engine/duckdb/open-duckdb.ts'
import { escapePattern, readParquet } from '../engine/duckdb/read-parquet.ts'
import type { Column } from '../tables/column.ts'
import {
  flatColumns,
  flatLists,
  stagedAreas,
  stagedCandidates,
  stagedRecords,
  stagedTables,
} from '../tables/staged.ts'

/** Files of rows that belong to one part. */
export interface StagedPart {
  /** Of each Parquet file, without the ending. */
  name: string
  candidates: readonly string[]
  records: readonly string[]
  /** UTF-16 units of the longest line. */
  longest: number
}

/** What a candidate’s line holds beside the columns of its table. */
const withLists: readonly Column[] = [
  ...stagedCandidates,
  { name: 'bands', type: { list: 'int64' }, description: '' },
  { name: 'areas', type: { list: { struct: stagedAreas.slice(1) } }, description: '' },
]

/** Writes `<folder>/<table>/<name>.parquet` for each table, also without rows. */
export async function writeStagedPart(
  connection: DuckDBConnection,
  folder: string,
  part: StagedPart,
  signal: AbortSignal,
): Promise<void> {
  const room = Math.max(1024 * 1024, part.longest * 3 + 1)
  const write = async (table: string, select: string) => {
    const path = join(folder, table, `${part.name}.parquet`)
    const partial = `${path}.partial`
    try {
      // Small groups, so that a reader who wants some records skips the others. Records may be of 10 MB each.
      const options = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048, ROW_GROUP_SIZE_BYTES '16MB'"
      await runSql(connection, `COPY (${select}) TO ${quoteText(partial)} (${options})`, signal)
      await rename(partial, path)
    } finally {
      await rm(partial, { force: true })
    }
    return readParquet(path)
  }
  const candidates = fromJson(part.candidates, withLists, room)
  await runSql(connection, `CREATE OR REPLACE TEMP TABLE part AS SELECT * FROM ${candidates}`, signal)
  await write('candidates', `SELECT ${listNames(stagedCandidates)} FROM part`)
  await write('bands', selectBands)
  await write('areas', selectRows('areas', stagedAreas, 'part'))
  await runSql(connection, 'DROP TABLE part', signal)
  const records = await write(
    'records',
    // In the order that they are published in: a part of them is then in few groups of each file.
    `SELECT ${listNames(stagedRecords)} FROM ${fromJson(part.records, stagedRecords, room)} ORDER BY record_id, row_id`,
  )
  for (const list of flatLists) await write(list, selectRows(list, flatColumns(list), records))
}

/** The folders of the staged tables, in `folder`. */
export function listTableFolders(folder: string): string[] {
  return [...stagedTables.keys()].map((table) => join(folder, table))
}

function fromJson(files: readonly string[], columns: readonly Column[], room: number): string {
  if (files.length === 0) {
    const nothing = columns.map(
      ({ name, type }) => `CAST(NULL AS ${toDuckdbType(type)}) AS ${quoteName(name)}`,
    )
    return `(SELECT ${nothing.join(', ')} LIMIT 0)`
  }
  const paths = `[${files.map((file) => quoteText(escapePattern(file))).join(', ')}]`
  return `read_json(${paths}, format = 'newline_delimited', maximum_object_size = ${room}, columns = ${toDuckdbColumns(columns)})`
}

const selectBands =
  'SELECT row_id, CAST(unnest(range(len(bands))) AS INTEGER) AS band, unnest(bands) AS hash FROM part WHERE len(bands) > 0'

/** The rows of a list of structs; the first of `columns` is the candidate’s id. */
function selectRows(list: string, columns: readonly Column[], from: string): string {
  const fields = columns.slice(1).map(({ name }) => `item.${quoteName(name)} AS ${quoteName(name)}`)
  return `SELECT row_id, ${fields.join(', ')} FROM (SELECT row_id, unnest(${quoteName(list)}) AS item FROM ${from})`
}

function listNames(columns: readonly Column[]): string {
  return columns.map(({ name }) => quoteName(name)).join(', ')
}
