// Opens DuckDB, and runs what can be stopped.

import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteText } from './duckdb-type.ts'
import { loadDuckdb } from './load-duckdb.ts'

/** DuckDB takes up to three times as much; less does not do for writing records in files of 10,000. */
const defaultMemory = '200MB'

export interface DuckdbOptions {
  /** Where DuckDB puts what does not fit into memory. */
  temporaryFolder: string
  /** At least 1; default: as many as there are processors. */
  threads?: number
  /** Where the tables go; default: into memory, from where DuckDB moves only some of them to disk. */
  file?: string
  /** What DuckDB may hold, as it writes it; it takes some more. Default {@link defaultMemory}. */
  memoryLimit?: string
}

export interface Duckdb {
  connection: DuckDBConnection
  close(): void
}

/** A new database, in UTC. Throws a UsageError when DuckDB is not installed. */
export async function openDuckdb({
  temporaryFolder,
  threads,
  file = ':memory:',
  memoryLimit = defaultMemory,
}: DuckdbOptions): Promise<Duckdb> {
  const { DuckDBInstance } = await loadDuckdb()
  const instance = await DuckDBInstance.create(file, {
    memory_limit: memoryLimit,
    temp_directory: temporaryFolder,
    ...(threads === undefined ? {} : { threads: String(threads) }),
    // What is needed is built in; nothing is fetched behind the user’s back.
    autoinstall_known_extensions: 'false',
    // Memory goes back to the system soon: the limit is of what is in use, not of what is kept.
    allocator_background_threads: 'true',
    allocator_flush_threshold: '16MB',
    allocator_bulk_deallocation_flush_threshold: '64MB',
    // Whoever needs an order asks for it.
    preserve_insertion_order: 'false',
  })
  const connection = await instance.connect()
  await connection.run(`SET TimeZone = ${quoteText('UTC')}`)
  return {
    connection,
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Runs `sql`, resolves to the rows that it changed or copied, and stops it when `signal` says so; then it throws the signal’s reason. */
export async function runSql(
  connection: DuckDBConnection,
  sql: string,
  signal?: AbortSignal,
): Promise<number> {
  signal?.throwIfAborted()
  const stop = () => connection.interrupt()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return (await connection.run(sql)).rowsChanged
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
