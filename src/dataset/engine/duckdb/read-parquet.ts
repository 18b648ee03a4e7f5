// Parquet files as a table of DuckDB: paths are taken word for word, whatever a user’s folders are called.

import { quoteText } from './duckdb-type.ts'

/** Such as `read_parquet('…', hive_partitioning = false)`. Of `path` nothing is a pattern, and nothing a column. */
export function readParquet(path: string): string {
  return read(escapePattern(path))
}

/** The same of all Parquet files right in `folder`. */
export function readParquetFolder(folder: string): string {
  return read(`${escapePattern(folder)}/*.parquet`)
}

/** `path` so that it stands for itself where DuckDB takes patterns. */
export function escapePattern(path: string): string {
  return path.replace(/[*?[]/g, (sign) => `[${sign}]`)
}

// A folder named `a=b` would else become a column.
function read(pattern: string): string {
  return `read_parquet(${quoteText(pattern)}, hive_partitioning = false)`
}
