// What Spark must be told so that our SELECTs mean what they mean on DuckDB: types and settings. The SELECTs are the same.

import type { Column, ColumnType, Scalar } from '../../tables/column.ts'

const scalars: Readonly<Record<Scalar, string>> = {
  int32: 'INT',
  int64: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  string: 'STRING',
  // With a time zone: `TIMESTAMP_NTZ` is another type, which compares with the session's clock.
  timestamp: 'TIMESTAMP_LTZ',
}

/** A type in Spark’s DDL, such as `ARRAY<STRUCT<`seq`: BIGINT>>`. */
export function sparkType(type: ColumnType): string {
  if (typeof type === 'string') return scalars[type]
  if ('list' in type) return `ARRAY<${sparkType(type.list)}>`
  return `STRUCT<${type.struct.map((field) => `${quoteName(field.name)}: ${sparkType(field.type)}`).join(', ')}>`
}

/** The schema of a table in Spark’s DDL. It is explicit, so that no file and no empty folder decides it. */
export function sparkSchema(columns: readonly Column[]): string {
  return columns.map(({ name, type }) => `${quoteName(name)} ${sparkType(type)}`).join(', ')
}

/** A name as Spark quotes it, whatever it holds. */
export function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}

/**
 * Settings of the session, each for a difference between the engines. The team’s own settings (memory, cores,
 * `spark.sql.shuffle.partitions`) stay theirs. Backslashes in literals have no setting that makes
 * both engines agree, so that no SELECT holds any.
 */
export const sparkSettings: readonly (readonly [key: string, value: string])[] = [
  ['spark.sql.session.timeZone', 'UTC'],
  ['spark.sql.timestampType', 'TIMESTAMP_LTZ'],
  ['spark.sql.parquet.inferTimestampNTZ.enabled', 'false'],
  // The default is INT96, which has no UTC mark.
  ['spark.sql.parquet.outputTimestampType', 'TIMESTAMP_MICROS'],
  // Years before 1900 are as DuckDB wrote them. Without this a record of the year 1 fails the run.
  ['spark.sql.parquet.datetimeRebaseModeInRead', 'CORRECTED'],
  ['spark.sql.parquet.datetimeRebaseModeInWrite', 'CORRECTED'],
  // An overflow or a wrong cast fails on DuckDB. Without ANSI Spark wraps or gives NULL, and the tables would differ in silence.
  ['spark.sql.ansi.enabled', 'true'],
  // `"name"` is a name, as on DuckDB, and not a string.
  ['spark.sql.ansi.doubleQuotedIdentifiers', 'true'],
  // `''` is a quote, as on DuckDB, and not two strings side by side.
  ['spark.sql.legacy.consecutiveStringLiterals.enabled', 'false'],
  ['spark.sql.parquet.compression.codec', 'zstd'],
  ['spark.sql.parquet.writeLegacyFormat', 'false'],
  // Small shuffles become few files: sized by bytes, not by the number of cores.
  ['spark.sql.adaptive.enabled', 'true'],
  ['spark.sql.adaptive.coalescePartitions.parallelismFirst', 'false'],
]
