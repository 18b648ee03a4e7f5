// The diffs of merged pull requests as a staged table: those just fetched, redacted, and those the store has.

import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { isJsonObject, readCount, readString } from '../../core/json.ts'
import { redactText } from '../../core/redact/redact-text.ts'
import { readLines } from '../../runtime/read-lines.ts'
import { quoteName, quoteText, toDuckdbColumns } from '../engine/duckdb/duckdb-type.ts'
import { runSql } from '../engine/duckdb/open-duckdb.ts'
import { escapePattern, readParquet } from '../engine/duckdb/read-parquet.ts'
import { diffColumns } from '../engine/inputs.ts'

/** The store’s table inside the folder of a version; absent in versions without diffs. */
export const diffsFile = join('store', 'diffs.parquet')

export interface StagedDiffs {
  /** JSONL of `{record_id, repository, pr_number, diff}`, as it was fetched. */
  fetched: string | null
  /** Of the previous version. */
  versionFolder: string | null
  stagedFolder: string
  signal: AbortSignal
}

/** Writes `<staged>/diffs/*.parquet`, also without rows. */
export async function stageDiffs(
  connection: DuckDBConnection,
  { fetched, versionFolder, stagedFolder, signal }: StagedDiffs,
): Promise<void> {
  const folder = join(stagedFolder, 'diffs')
  await mkdir(folder, { recursive: true })
  const names = diffColumns.map(({ name }) => quoteName(name)).join(', ')
  const copy = (from: string, file: string) =>
    runSql(
      connection,
      `COPY (SELECT ${names} FROM ${from}) TO ${quoteText(join(folder, file))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 1000)`,
      signal,
    )
  const rows = join(stagedFolder, 'diffs.jsonl')
  await redactDiffs(fetched, rows, signal)
  await copy(
    `read_json(${quoteText(escapePattern(rows))}, format = 'newline_delimited', columns = ${toDuckdbColumns(diffColumns)})`,
    'new.parquet',
  )
  const stored = versionFolder === null ? null : join(versionFolder, diffsFile)
  if (stored !== null && existsSync(stored)) {
    await copy(`(SELECT * REPLACE (false AS is_new) FROM ${readParquet(stored)})`, 'kept.parquet')
  }
}

/** One JSON line each; a line that is not as we wrote it is left out. */
async function redactDiffs(from: string | null, to: string, signal: AbortSignal): Promise<void> {
  const stream = createWriteStream(to)
  if (from !== null) {
    for await (const { text } of readLines(createReadStream(from), from)) {
      signal.throwIfAborted()
      const row = toRow(text)
      if (row !== null && !stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain')
    }
  }
  stream.end()
  await finished(stream)
}

function toRow(line: string): Record<string, unknown> | null {
  const value: unknown = JSON.parse(line)
  if (!isJsonObject(value)) return null
  const diff = readString(value, 'diff')
  const number = readCount(value, 'pr_number')
  const [host = null, id = ''] = readString(value, 'record_id')?.split('/') ?? []
  if (diff === null || number === null) return null
  return {
    host: host?.toLowerCase() ?? null,
    repository_name: readString(value, 'repository')?.toLowerCase() ?? null,
    repository_id: /^\d{1,15}$/.test(id) ? Number(id) : null,
    pr_number: number,
    diff: redactText(diff.replaceAll('\0', '').toWellFormed()),
    is_new: true,
  }
}
