// The SELECTs that a writer copies: columns wrapped as published, in total order; times as text where the format has none.

import type { Column, ColumnType } from '../../tables/column.ts'
import type { PublishedColumn, PublishedTable, Wrap } from '../../tables/published-table.ts'
import type { Split } from '../../tables/table-summary.ts'
import { quoteName, quoteText, toDuckdbType } from './duckdb-type.ts'
import { readParquet } from './read-parquet.ts'
import { everything, inRange, type RecordRange } from './record-ranges.ts'

/** What `table` holds in `split` of the records in `range`; the result of its SELECT is the view of its name. */
export function publishedSelect(
  table: PublishedTable,
  split: Split,
  range: RecordRange = everything,
): string {
  const columns = table.columns.map((column) => `${expression(column)} AS ${quoteName(column.name)}`)
  const order = table.key.map((name) => `${quoteName(name)} ASC NULLS LAST`)
  return `SELECT ${columns.join(', ')} FROM ${quoteName(table.name)} WHERE split = ${quoteText(split)}${inRange(range)} ORDER BY ${order.join(', ')}`
}

/** The same rows for JSONL, from the Parquet `file` that they were written to; in its order when insertion order is kept. */
export function jsonSelect(table: PublishedTable, file: string): string {
  const columns = table.columns.map(
    ({ name, type }) => `${asJson(quoteName(name), type)} AS ${quoteName(name)}`,
  )
  return `SELECT ${columns.join(', ')} FROM ${readParquet(file)}`
}

function expression(column: PublishedColumn): string {
  return column.wrap ? wrapped(column.wrap, column.type) : quoteName(column.name)
}

function wrapped(wrap: Wrap, type: ColumnType): string {
  if ('messages' in wrap) {
    const messages = wrap.messages.map(
      ({ role, text }) => `struct_pack("role" := ${quoteText(role)}, "content" := ${quoteName(text)})`,
    )
    return `list_value(${messages.join(', ')})`
  }
  if ('struct' in wrap) {
    const fields = wrap.struct.map(({ name, wrap: inner }) => {
      return `${quoteName(name)} := ${wrapped(inner, fieldOf(type, name).type)}`
    })
    return `struct_pack(${fields.join(', ')})`
  }
  if ('column' in wrap) return quoteName(wrap.column)
  if ('emptyList' in wrap) return `CAST(list_value() AS ${toDuckdbType(type)})`
  const { constant } = wrap
  const literal = typeof constant === 'string' ? quoteText(constant) : String(constant)
  return `CAST(${literal} AS ${toDuckdbType(type)})`
}

function fieldOf(type: ColumnType, name: string): Column {
  const fields = typeof type === 'object' && 'struct' in type ? type.struct : []
  const found = fields.find((field) => field.name === name)
  if (!found) throw new Error(`No field \`${name}\` in a struct that is to be made`)
  return found
}

/** DuckDB writes times its own way; these become ISO 8601, also inside structs. Lists of a record hold none. */
function asJson(value: string, type: ColumnType): string {
  if (type === 'timestamp') return `strftime(${value}, '%Y-%m-%dT%H:%M:%S.%gZ')`
  if (typeof type !== 'object' || !('struct' in type) || !hasTime(type)) return value
  const fields = type.struct.map(
    (field) => `${quoteName(field.name)} := ${asJson(`${value}.${quoteName(field.name)}`, field.type)}`,
  )
  return `CASE WHEN ${value} IS NOT NULL THEN struct_pack(${fields.join(', ')}) END`
}

function hasTime(type: ColumnType): boolean {
  if (typeof type !== 'object') return type === 'timestamp'
  return 'struct' in type ? type.struct.some((field) => hasTime(field.type)) : hasTime(type.list)
}
