// The store’s table of records in the folder of a version: `store/records-00000-of-00002.parquet` and so on.

import { join } from 'node:path'
import { readParquetFolder } from '../engine/duckdb/read-parquet.ts'

/** As DuckDB takes it after FROM: a row a record, with what `storedColumns` names. */
export function readRecords(versionFolder: string): string {
  return readParquetFolder(join(versionFolder, 'store'), 'records*.parquet')
}
