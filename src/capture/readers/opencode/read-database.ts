// Reads the sessions of `opencode.db`. Its tables hold the same JSON that was in files before.

import type { DatabaseSync } from 'node:sqlite'
import { isJsonObject, type JsonObject } from '../../../core/json.ts'
import { noSqlite, openDatabase } from '../../session/open-database.ts'
import type { Session } from '../../session/session.ts'
import type { StoredMessage } from './add-message.ts'
import { buildSession, type StoredSession } from './stored-session.ts'

const mostSessions = 5_000
const mostMessages = 20_000
/** Longer values are not read: they hold images. */
const longestValue = 16 * 1024 * 1024
const nothing: Omit<StoredSession, 'id'> = {
  directory: null,
  version: null,
  createdAt: null,
  updatedAt: null,
  revert: null,
}

/** The sessions in the database at `path`, oldest first; those of sub-agents stand in the session that began them. */
export function* readDatabase(path: string, signal: AbortSignal): Generator<Session> {
  const whole = (problem: string) =>
    buildSession({ id: 'opencode.db', ...nothing }, [], path, new Map([[problem, 1]]))
  let database: DatabaseSync | null = null
  try {
    database = openDatabase(path)
    if (database === null) {
      const session = whole(noSqlite)
      if (session) yield session
      return
    }
    for (const stored of readSessions(database)) {
      signal.throwIfAborted()
      const problems = new Map<string, number>()
      const session = buildSession(stored, readMessages(database, stored.id, problems), path, problems)
      if (session) yield session
    }
  } catch (error) {
    if (signal.aborted || !isSqliteError(error)) throw error
    const session = whole('no database that can be read')
    if (session) yield session
  } finally {
    database?.close()
  }
}

function readSessions(database: DatabaseSync): StoredSession[] {
  const rows = database
    .prepare(
      `select id, directory, version, revert, time_created, time_updated from session
       where parent_id is null order by time_created desc limit ?`,
    )
    .all(mostSessions)
  return rows
    .filter((row) => typeof row.id === 'string')
    .map((row) => ({
      id: String(row.id),
      directory: toText(row.directory),
      version: toText(row.version),
      createdAt: row.time_created,
      updatedAt: row.time_updated,
      revert: parse(row.revert),
    }))
    .reverse()
}

function* readMessages(
  database: DatabaseSync,
  id: string,
  problems: Map<string, number>,
): Generator<StoredMessage> {
  const value = `case when length(data) <= ${longestValue} then data end as data`
  const messages = database
    .prepare(
      `with recursive family(id, depth) as (
         select ?1, 0 union all
         select session.id, depth + 1 from session join family on session.parent_id = family.id where depth < 10)
       select id, session_id <> ?1 as is_child, ${value} from message
       where session_id in (select id from family) order by time_created, id limit ${mostMessages}`,
    )
    .iterate(id)
  const parts = database.prepare(
    `select ${value} from part where message_id = ? order by id limit ${mostMessages}`,
  )
  const take = (found: unknown): JsonObject | null => {
    const object = parse(found)
    if (object === null) problems.set('no JSON object', (problems.get('no JSON object') ?? 0) + 1)
    return object
  }
  for (const row of messages) {
    const data = take(row.data)
    const messageId = toText(row.id)
    if (data === null || messageId === null) continue
    const own = parts.all(messageId).map((part) => take(part.data))
    yield {
      id: messageId,
      data,
      parts: own.filter((part) => part !== null),
      isChild: row.is_child === 1,
    }
  }
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function parse(text: unknown): JsonObject | null {
  if (typeof text !== 'string') return null
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}

function isSqliteError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}
