// A small dataset on disk for tests of what describes it and of the programs that read it.

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DatasetDescription } from '../../src/dataset/publish/dataset-description.ts'
import { describeDataset } from '../../src/dataset/publish/describe-dataset.ts'
import type { Column, ColumnType, Scalar } from '../../src/dataset/tables/column.ts'
import { publishedTables } from '../../src/dataset/tables/published.ts'
import type { PublishedTable } from '../../src/dataset/tables/published-table.ts'
import {
  type FileSummary,
  type Split,
  splits,
  type TableSummary,
} from '../../src/dataset/tables/table-summary.ts'
import { createDescription } from './dataset-description.ts'
import { createRows, type Row } from './dataset-rows.ts'

/** Builds the dataset in a new folder, which the caller removes, and gives its path. */
export async function buildFixtureDataset(change: Partial<DatasetDescription> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-dataset-'))
  const tables = await writeTables(folder)
  for (const [path, text] of describeDataset(createDescription({ tables, ...countAll(tables), ...change }))) {
    writeFileSync(join(folder, path), text)
  }
  return folder
}

async function writeTables(folder: string): Promise<TableSummary[]> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  const summaries: TableSummary[] = []
  try {
    await connection.run(`SET TimeZone = 'UTC'`)
    for (const table of publishedTables) {
      const parts: TableSummary['splits'][number][] = []
      for (const split of splits) {
        const rows = createRows(table.name, split)
        if (rows.length === 0) continue
        const jsonl = writeJsonl(folder, table.name, split, rows)
        const path = `data/${table.name}/${split}-00000-of-00001.parquet`
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        await connection.run(copyStatement(table, join(folder, jsonl.path), join(folder, path)))
        parts.push({
          split,
          rows: rows.length,
          parquet: [summarize(folder, path, rows.length)],
          jsonl: [jsonl],
        })
      }
      const { name, kind, description, columns } = table
      summaries.push({ name, kind, description, columns, splits: parts })
    }
  } finally {
    connection.closeSync()
    database.closeSync()
  }
  return summaries
}

function writeJsonl(folder: string, table: string, split: Split, rows: readonly Row[]): FileSummary {
  const path = `jsonl/${table}/${split}-00000-of-00001.jsonl`
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return summarize(folder, path, rows.length)
}

function summarize(folder: string, path: string, rows: number): FileSummary {
  const bytes = readFileSync(join(folder, path))
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), rows }
}

function copyStatement({ columns, key }: PublishedTable, from: string, to: string): string {
  const types = columns.map(({ name, type }) => `"${name}": '${toDuckDb(type)}'`).join(', ')
  const order = key.map((name) => `"${name}"`).join(', ')
  return `COPY (SELECT * FROM read_json('${from}', format = 'newline_delimited', columns = {${types}}) ORDER BY ${order})
    TO '${to}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10000)`
}

const scalars: Readonly<Record<Scalar, string>> = {
  int32: 'INTEGER',
  int64: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  string: 'VARCHAR',
  timestamp: 'TIMESTAMPTZ',
}

function toDuckDb(type: ColumnType): string {
  if (typeof type === 'string') return scalars[type]
  if ('list' in type) return `${toDuckDb(type.list)}[]`
  return `STRUCT(${type.struct.map(({ name, type }: Column) => `"${name}" ${toDuckDb(type)}`).join(', ')})`
}

/** What a description says of its records, for all that are in `tables`. */
function countAll(tables: readonly TableSummary[]): Partial<DatasetDescription> {
  const records = tables.find(({ name }) => name === 'records')
  const count = records?.splits.reduce((sum, { rows }) => sum + rows, 0) ?? 0
  return {
    licenses: [{ license: 'MIT', count }],
    visibility: [{ visibility: 'public', count }],
    consent: [{ training: 'yes', count }],
  }
}
