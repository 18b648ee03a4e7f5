// A column's type as DuckDB writes it.

import type { Column, ColumnType, Scalar } from '../../tables/column.ts'

const scalars: Readonly<Record<Scalar, string>> = {
  int32: 'INTEGER',
  int64: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  string: 'VARCHAR',
  timestamp: 'TIMESTAMPTZ',
}

/** Such as `STRUCT("line" BIGINT)[]`. */
export function toDuckdbType(type: ColumnType): string {
  if (typeof type === 'string') return scalars[type]
  if ('list' in type) return `${toDuckdbType(type.list)}[]`
  return `STRUCT(${type.struct.map((field) => `${quoteName(field.name)} ${toDuckdbType(field.type)}`).join(', ')})`
}

/** The argument `columns` of `read_json`. */
export function toDuckdbColumns(columns: readonly Column[]): string {
  const entries = columns.map(({ name, type }) => `${quoteName(name)}: ${quoteText(toDuckdbType(type))}`)
  return `{${entries.join(', ')}}`
}

/** `name` as an identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** `text` as a literal: also for paths, which may hold a quote. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
