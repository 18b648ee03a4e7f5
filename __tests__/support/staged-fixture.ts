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
    const known = new Set(columns.map((column) => column.name))
    const given = rows[name] ?? []
    const stranger = given.flatMap((row) => Object.keys(row)).find((column) => !known.has(column))
    if (stranger !== undefined) throw new Error(`There is no staged column \`${name}.${stranger}\``)
    const casts = `(${columns.map(({ type }) => cast(type)).join(', ')})`
    for (let from = 0; from < given.length; from += rowsAtOnce) {
      const some = given.slice(from, from + rowsAtOnce)
      await connection.run(
        `INSERT INTO ${prefix}${name} VALUES ${some.map(() => casts).join(', ')}`,
        some.flatMap((row) => columns.map((column) => toBound(row[column.name] ?? null))),
      )
    }
  }
}

const rowsAtOnce = 100

function cast(type: ColumnType): string {
  return typeof type === 'string'
    ? `CAST(? AS ${scalars[type]})`
    : `CAST(CAST(? AS JSON) AS ${duckdbType(type)})`
}

function toBound(value: unknown): DuckDBValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  return typeof value === 'number' ? value : JSON.stringify(value)
}
