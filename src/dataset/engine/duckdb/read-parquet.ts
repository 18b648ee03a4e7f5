// Parquet files as a table of DuckDB: paths are taken word for word, whatever a user’s folders are called.

import { quoteText } from './duckdb-type.ts'

/** Such as `read_parquet('…', hive_partitioning = false)`. Of `path` nothing is a pattern, and nothing a column. */
export function readParquet(path: string): string {
  return read(escapePattern(path))
}

/** The same of the files right in `folder` that `pattern` stands for: by default all Parquet files. */
export function readParquetFolder(folder: string, pattern = '*.parquet'): string {
  return read(`${escapePattern(folder)}/${pattern}`)
}

/** `path` so that it stands for itself where DuckDB takes patterns. */
export function escapePattern(path: string): string {
  return path.replace(/[*?[]/g, (sign) => `[${sign}]`)
}

// A folder named `a=b` would else become a column.
function read(pattern: string): string {
  return `read_parquet(${quoteText(pattern)}, hive_partitioning = false)`
}
