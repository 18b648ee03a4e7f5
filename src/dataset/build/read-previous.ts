// The previous version as a source: its records go through the map again, so that today's rules redact them.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteName, quoteText, toDuckdbType } from '../engine/duckdb/duckdb-type.ts'
import { runSql } from '../engine/duckdb/open-duckdb.ts'
import { previousColumns } from '../engine/inputs.ts'
import type { Input, Trust } from '../input.ts'
import { readRecords } from '../store/read-records.ts'

const trusts: readonly Trust[] = ['base', 'local', 'history', 'fork']

/** Writes the records of `versionFolder` as JSONL into `workFolder`, a file for each kind of trust. None without a version. */
export async function exportPrevious(
  connection: DuckDBConnection,
  versionFolder: string | null,
  workFolder: string,
  signal: AbortSignal,
): Promise<Input[]> {
  if (versionFolder === null) return []
  const records = readRecords(versionFolder)
  const inputs: Input[] = []
  for (const trust of trusts) {
    const path = join(workFolder, `store-${trust}.jsonl`)
    const rows = `SELECT json FROM ${records} WHERE trust = ${quoteText(trust)} ORDER BY record_key`
    // A record as JSON has no control character and no line break: nothing is to be quoted.
    const options = `FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\u0001'`
    await runSql(connection, `COPY (${rows}) TO ${quoteText(path)} (${options})`, signal)
    inputs.push({ path, name: 'the previous version', kind: 'record', source: 'store', trust })
  }
  return inputs.filter(({ path }) => existsSync(path))
}

/** Writes what the SELECTs ask of the previous version to `file`: an empty table without one. */
export async function writePrevious(
  connection: DuckDBConnection,
  versionFolder: string | null,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const columns = previousColumns.map(({ name, type }) => {
    const value = versionFolder === null ? `CAST(NULL AS ${toDuckdbType(type)})` : quoteName(name)
    return `${value} AS ${quoteName(name)}`
  })
  const from = versionFolder === null ? 'WHERE false' : `FROM ${readRecords(versionFolder)}`
  const select = `SELECT ${columns.join(', ')} ${from}`
  await runSql(
    connection,
    `COPY (${select}) TO ${quoteText(file)} (FORMAT parquet, COMPRESSION zstd)`,
    signal,
  )
}
