// Staged tables made of plain rows, in DuckDB: what the SELECTs start from, without a map or files.

import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import type { ColumnType } from '../../src/dataset/tables/column.ts'
import { stagedTables } from '../../src/dataset/tables/staged.ts'

/** Rows by table; a column that is not given is null. Times are ISO 8601, whole numbers numbers. */
export type StagedRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** A staged column's type in DuckDB. */
export function duckdbType(type: ColumnType): string {
  if (typeof type !== 'string') {
    if ('list' in type) return `${duckdbType(type.list)}[]`
    return `STRUCT(${type.struct.map((column) => `"${column.name}" ${duckdbType(column.type)}`).join(', ')})`
  }
  return scalars[type]
}

const scalars = {
  int32: 'INTEGER',
  int64: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  string: 'VARCHAR',
  timestamp: 'TIMESTAMPTZ',
} as const

/**
 * Makes every staged table, named with `prefix` (`staged_`, `chosen_`), with `rows`. Throws when they name a table or column
 * that there is not.
 */
export async function createStagedTables(
  connection: DuckDBConnection,
  prefix: string,
  rows: StagedRows,
): Promise<void> {
  const unknown = Object.keys(rows).find((name) => !stagedTables.has(name))
  if (unknown !== undefined) throw new Error(`There is no staged table \`${unknown}\``)
  for (const [name, columns] of stagedTables) {
    const types = columns.map((column) => `"${column.name}" ${duckdbType(column.type)}`)
    await connection.run(`CREATE OR REPLACE TABLE ${prefix}${name} (${types.join(', ')})`)
    for (const row of rows[name] ?? []) {
      const known = new Map(columns.map((column) => [column.name, column.type]))
      const given = Object.keys(row)
      const values = given.map((column) => cast(known.get(column), `${name}.${column}`))
      const into = given.map((column) => `"${column}"`).join(', ')
      await connection.run(
        `INSERT INTO ${prefix}${name} (${into}) VALUES (${values.join(', ')})`,
        Object.values(row).map(toBound),
      )
    }
  }
}

function cast(type: ColumnType | undefined, column: string): string {
  if (type === undefined) throw new Error(`There is no staged column \`${column}\``)
  return typeof type === 'string'
    ? `CAST(? AS ${scalars[type]})`
    : `CAST(CAST(? AS JSON) AS ${duckdbType(type)})`
}

function toBound(value: unknown): DuckDBValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  return typeof value === 'number' ? value : JSON.stringify(value)
}
