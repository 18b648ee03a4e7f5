// Parts that were mapped elsewhere know nothing of what was erased from the store, or opted out since: here they learn it.

import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteText } from '../engine/duckdb/duckdb-type.ts'
import { runSql } from '../engine/duckdb/open-duckdb.ts'
import { readParquet } from '../engine/duckdb/read-parquet.ts'
import { parquetOptions } from '../engine/duckdb/write-tables.ts'
import type { Erasable } from '../erase/tombstones.ts'

/** Marks the candidates in `staged` that `whyBarred` gives a reason for as dropped; nothing of such a row is then used. */
export async function barStaged(
  connection: DuckDBConnection,
  staged: string,
  whyBarred: (record: Erasable) => 'tombstone' | 'opt_out' | null,
  signal: AbortSignal,
): Promise<void> {
  const folder = join(staged, 'candidates')
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.parquet'))) {
    const file = join(folder, name)
    const author = `json_extract_string(r.json, '$.source.author')`
    const rows = await connection.stream(
      `SELECT c.row_id, c.host, c.repository_name, c.repository_id, c.pr_number, ${author} FROM ${readParquet(file)} c
      JOIN ${readParquet(join(staged, 'records', name))} r ON r.row_id = c.row_id WHERE c.dropped IS NULL`,
    )
    const barred: string[] = []
    for await (const chunk of rows.yieldRowsJs()) {
      signal.throwIfAborted()
      for (const [rowId, host, repository, id, number, login] of chunk) {
        const reason = whyBarred({
          host: toText(host),
          repository: toText(repository),
          repositoryId: toNumber(id),
          number: toNumber(number),
          author: toText(login),
        })
        if (reason !== null) barred.push(`(${quoteText(String(rowId))}, '${reason}')`)
      }
    }
    if (barred.length === 0) continue
    const select = `SELECT c.* REPLACE (COALESCE(b.reason, c.dropped) AS dropped) FROM ${readParquet(file)} c
      LEFT JOIN (VALUES ${barred.join(', ')}) b(row_id, reason) ON b.row_id = c.row_id`
    // The file may be a link to one that is not ours: it is replaced, not written.
    await runSql(
      connection,
      `COPY (${select}) TO ${quoteText(`${file}.partial`)} (${parquetOptions})`,
      signal,
    )
    await rename(`${file}.partial`, file)
  }
}

const toText = (value: unknown): string | null => (value === null ? null : String(value))
const toNumber = (value: unknown): number | null => (value === null ? null : Number(value))
