// The baseline: DuckDB reads the JSONL with the columns given and writes one Parquet file, and nothing else.

import { quoteText, toDuckdbColumns } from '../../src/dataset/engine/duckdb/duckdb-type.ts'
import { openDuckdb } from '../../src/dataset/engine/duckdb/open-duckdb.ts'
import { recordColumns } from '../../src/dataset/tables/record-columns.ts'

const [, , from = '', to = ''] = process.argv
const { connection, close } = await openDuckdb({ temporaryFolder: `${to}.spill`, memoryLimit: '1GB' })
await connection.run(
  `COPY (SELECT * FROM read_json(${quoteText(from)}, format = 'newline_delimited', columns = ${toDuckdbColumns(recordColumns)})) TO ${quoteText(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10000)`,
)
close()
