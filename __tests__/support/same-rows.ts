// Whether two relations of DuckDB hold the same typed rows.

import assert from 'node:assert/strict'
import type { DuckDBConnection } from '@duckdb/node-api'

/** The number of rows of both; an assertion fails with some that differ. `left` and `right` stand after FROM. */
export async function assertSameRows(
  connection: DuckDBConnection,
  left: string,
  right: string,
): Promise<number> {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  const columns = async (relation: string) =>
    (await rows(`DESCRIBE SELECT * FROM ${relation}`)).map(
      (column) => `${column.column_name} ${column.column_type}`,
    )
  assert.deepEqual(await columns(right), await columns(left), `the columns of ${right}`)
  for (const [one, other] of [
    [left, right],
    [right, left],
  ]) {
    const only = await rows(`(FROM ${one} EXCEPT ALL FROM ${other}) ORDER BY ALL LIMIT 3`)
    assert.deepEqual(only, [], `rows that are only in ${one}`)
  }
  const [counted] = await rows(`SELECT COUNT(*) AS total FROM ${left}`)
  return Number(counted?.total)
}

/** Fails unless the rows stand in the order of `key`, nulls last, in the files in the order of their names. */
export async function assertTotalOrder(
  connection: DuckDBConnection,
  files: string,
  key: readonly string[],
): Promise<void> {
  const order = key.map((name) => `"${name}" ASC NULLS LAST`).join(', ')
  const reader = await connection.runAndReadAll(`
    SELECT COUNT(*) FROM (
      SELECT
        ROW_NUMBER() OVER (ORDER BY filename, file_row_number) AS place,
        ROW_NUMBER() OVER (ORDER BY ${order}) AS right_place
      FROM read_parquet('${files}', filename = true, file_row_number = true)
    ) WHERE place <> right_place`)
  assert.equal(String(reader.getRows()[0]), '0', `rows of ${files} out of order`)
}
