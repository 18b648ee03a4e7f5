// Looks for records in the store’s table of a version, `store/records*.parquet`: a row a record, with `record_key`, `trust`
// and the record itself in `json`.

import { join } from 'node:path'
import { isJsonObject, readCount, readObject, readObjects, readString } from '../../core/json.ts'
import { UsageError } from '../../report/usage-error.ts'
import { loadDuckdb } from '../engine/duckdb/load-duckdb.ts'
import { readRecords } from '../store/read-records.ts'
import type { Erasable } from './tombstones.ts'

/** A record to be erased, and what leads to its artifacts. */
export interface FoundRecord extends Erasable {
  recordKey: string
  /** False when only the user’s files say so. */
  isFromGithub: boolean
  runId: number | null
  /** SHAs of its commits: runs on them left artifacts. */
  shas: readonly string[]
}

const paths = ['author', 'host', 'repository', 'repository_id', 'pr_number'].map((name) => `$.source.${name}`)
const columns = `record_key, json_extract_string(json, [${paths.map((path) => `'${path}'`).join(', ')}])`

/** The records of the version in `folder` that `isErased` picks. Throws a UsageError when the table cannot be read. */
export async function findRecords(
  folder: string,
  isErased: (record: Erasable) => boolean,
  signal: AbortSignal,
): Promise<FoundRecord[]> {
  const file = join(folder, 'store', 'records*.parquet')
  const { DuckDBInstance } = await loadDuckdb()
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '400MB',
    autoinstall_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const stop = () => connection.interrupt()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    const keys: string[] = []
    const rows = await connection.stream(`SELECT ${columns} FROM ${readRecords(folder)}`)
    for await (const chunk of rows.yieldRowsJs())
      for (const [key, values] of chunk) if (isErased(toErasable(key, values))) keys.push(String(key))
    const found: FoundRecord[] = []
    for (let start = 0; start < keys.length; start += atOnce) {
      const some = keys.slice(start, start + atOnce)
      const marks = some.map((_, index) => `$${index + 1}`).join(', ')
      const reader = await connection.runAndReadAll(
        `SELECT record_key, trust, json FROM ${readRecords(folder)} WHERE record_key IN (${marks}) ORDER BY record_key`,
        some,
      )
      for (const [key, trust, json] of reader.getRowsJS()) found.push(toFound(key, trust, json))
    }
    return found
  } catch (error) {
    signal.throwIfAborted()
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new UsageError(`Cannot read \`${file}\`: ${reason}`, { cause: error })
  } finally {
    signal.removeEventListener('abort', stop)
    connection.closeSync()
    instance.closeSync()
  }
}

const atOnce = 500

function toErasable(key: unknown, values: unknown): Erasable {
  const [author, host, repository, id, number]: unknown[] = Array.isArray(values) ? values : []
  return complete(String(key), {
    author: toText(author),
    host: toText(host),
    repository: toText(repository),
    repositoryId: toNumber(id),
    number: toNumber(number),
  })
}

/** A record without its number is known by its key: `host/owner/name/number`. */
function complete(key: string, known: Erasable): Erasable {
  const [, host = null, repository = null, number] = /^([^/]+)\/([^/]+\/[^/]+)\/(\d+)$/.exec(key) ?? []
  return {
    ...known,
    host: known.host ?? host,
    repository: known.repository ?? repository,
    number: known.number ?? toNumber(number),
  }
}

function toFound(key: unknown, trust: unknown, json: unknown): FoundRecord {
  const record = parse(json)
  const source = readObject(record, 'source')
  const shas = [
    readString(source, 'head_sha'),
    ...readObjects(record, 'commits').map((each) => readString(each, 'sha')),
  ]
  return {
    ...complete(String(key), {
      author: readString(source, 'author'),
      host: readString(source, 'host'),
      repository: readString(source, 'repository'),
      repositoryId: readCount(source, 'repository_id'),
      number: readCount(source, 'pr_number'),
    }),
    recordKey: String(key),
    isFromGithub: trust === 'base' || trust === 'history',
    runId: readCount(readObject(source, 'run'), 'id'),
    shas: shas.filter((sha) => sha !== null),
  }
}

function parse(json: unknown) {
  try {
    const value: unknown = JSON.parse(String(json))
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function toNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null
}
