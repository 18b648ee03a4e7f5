// DuckDB over files: writes rows as Parquet, runs a plan, and compares two folders of Parquet files.

import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Step } from '../../src/dataset/engine/plan.ts'
import type { Column, ColumnType } from '../../src/dataset/tables/column.ts'
import type { Row } from './random-rows.ts'

export async function openDuckDb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  return connection
}

/** Writes `rows` to `<folder>/part-<n>.parquet`, two files, so that no engine can count on one. */
export async function writeRows(
  connection: DuckDBConnection,
  folder: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const half = Math.ceil(rows.length / 2)
  for (const [part, some] of [rows.slice(0, half), rows.slice(half)].entries()) {
    const json = join(folder, `rows-${part}.jsonl`)
    writeFileSync(json, some.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const types = columns.map(({ name, type }) => `${literal(name)}: ${literal(duckType(type))}`).join(', ')
    const select = `SELECT * FROM read_json(${literal(json)}, format = 'newline_delimited', columns = {${types}})`
    await connection.run(
      `COPY (${select}) TO ${literal(join(folder, `part-${part}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`,
    )
  }
}

/** Runs the steps over views of `inputs` (view → folder) and writes each as `<results>/<name>/rows.parquet`. */
export async function runSteps(
  connection: DuckDBConnection,
  inputs: ReadonlyMap<string, string>,
  steps: readonly Step[],
  results: string,
): Promise<void> {
  for (const [view, folder] of inputs) {
    await connection.run(
      `CREATE VIEW ${view} AS SELECT * FROM read_parquet(${literal(`${folder}/*.parquet`)})`,
    )
  }
  for (const { name, kind, sql } of steps) {
    await connection.run(`CREATE ${kind} ${name} AS ${sql}`)
    mkdirSync(join(results, name), { recursive: true })
    await connection.run(`COPY ${name} TO ${literal(join(results, name, 'rows.parquet'))} (FORMAT parquet)`)
  }
}

/** The number of rows, when both folders hold the same typed rows; else an assertion fails with a few that differ. */
export async function assertSameRows(
  connection: DuckDBConnection,
  name: string,
  left: string,
  right: string,
): Promise<number> {
  const from = (folder: string) => `read_parquet(${literal(`${folder}/*.parquet`)})`
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  const schema = async (folder: string) =>
    (await rows(`DESCRIBE SELECT * FROM ${from(folder)}`)).map(
      (column) => `${column.column_name} ${column.column_type}`,
    )
  assert.deepEqual(await schema(right), await schema(left), `columns of ${name}`)
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const only = await rows(
      `SELECT * FROM (FROM ${from(one)} EXCEPT ALL FROM ${from(other)}) ORDER BY ALL LIMIT 3`,
    )
    assert.deepEqual(only, [], `rows of ${name} that are only in ${one}`)
  }
  const [counted] = await rows(`SELECT COUNT(*) AS total FROM ${from(left)}`)
  return Number(counted?.total)
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function duckType(type: ColumnType): string {
  if (typeof type === 'object') {
    if ('list' in type) return `${duckType(type.list)}[]`
    return `STRUCT(${type.struct.map((field) => `"${field.name}" ${duckType(field.type)}`).join(', ')})`
  }
  const scalars = {
    int32: 'INTEGER',
    int64: 'BIGINT',
    double: 'DOUBLE',
    boolean: 'BOOLEAN',
    string: 'VARCHAR',
    timestamp: 'TIMESTAMPTZ',
  }
  return scalars[type]
}
