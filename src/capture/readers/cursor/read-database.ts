// Reads the chats in a database of the Cursor IDE. Of its keys only those of chats are asked for: others hold the
// user's tokens.

import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import { openDatabase } from '../../session/open-database.ts'
import { mostEvents, type Session } from '../../session/session.ts'
import { SessionBuilder } from '../../session/session-builder.ts'
import { readUri } from '../vscode-chat/read-uri.ts'
import { readTime, takeBubble } from './take-bubble.ts'

const longestValue = 16 * 1024 * 1024
const mostChats = 10_000
const tool = { toolId: 'cursor', toolName: 'Cursor' }

/** One session for each chat in `path`; one without events that names the problem when it cannot be read. */
export function* readDatabase(path: string, signal: AbortSignal): Generator<Session> {
  let database: DatabaseSync | null = null
  try {
    database = openDatabase(path)
    if (database === null)
      yield tellProblem(path, 'is a SQLite database, which Node reads from version 22.13 on')
    else yield* readChats(database, path, signal)
  } catch (error) {
    if (!isSqliteError(error)) throw error
    yield tellProblem(path, 'cannot be read as SQLite database')
  } finally {
    database?.close()
  }
}

function* readChats(database: DatabaseSync, path: string, signal: AbortSignal): Generator<Session> {
  const table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'cursorDiskKV'"
  if (database.prepare(table).get() === undefined) return
  const keys = database
    .prepare(
      "SELECT key FROM cursorDiskKV WHERE key >= 'composerData:' AND key < 'composerData;' ORDER BY key LIMIT ?",
    )
    .all(mostChats)
  const value = database.prepare('SELECT value FROM cursorDiskKV WHERE key = ? AND length(value) <= ?')
  for (const { key } of keys) {
    signal.throwIfAborted()
    if (typeof key !== 'string') continue
    const session = readChat(key.slice('composerData:'.length), path, value)
    if (session) yield session
  }
}

function readChat(id: string, path: string, value: StatementSync): Session | null {
  const builder = new SessionBuilder(id.slice(0, 200), { ...tool, path })
  const chat = readValue(value, `composerData:${id}`)
  if (chat === null) return null
  const model = readString(readObject(chat, 'modelConfig'), 'modelName')
  const workspace = readObject(readObject(chat, 'workspaceIdentifier'), 'uri')
  builder.note({
    folder: readString(workspace, 'fsPath') ?? readUri(workspace),
    branch: readString(chat, 'createdOnBranch'),
  })
  builder.note({ at: readTime(chat.createdAt) })
  builder.note({ at: readTime(chat.lastUpdatedAt) })
  // Older ones keep the bubbles with the chat.
  const kept = readObject(chat, 'conversationMap')
  const inline = readObjects(chat, 'conversation')
  for (const bubble of inline) takeBubble(bubble, builder)
  const headers =
    inline.length > 0 ? [] : readObjects(chat, 'fullConversationHeadersOnly').slice(0, mostEvents)
  for (const header of headers) {
    const bubbleId = readString(header, 'bubbleId')
    if (bubbleId === null) continue
    const bubble = readObject(kept, bubbleId) ?? readValue(value, `bubbleId:${id}:${bubbleId}`)
    if (bubble) takeBubble(bubble, builder)
    else builder.skip('bubble')
  }
  if (builder.isEmpty) return null
  builder.note({ model: model === 'default' ? null : model })
  if (chat.status === 'aborted') builder.interruption(null)
  return builder.build()
}

/** The JSON object at `key`; null when there is none, and for what is longer than 16 MB. */
function readValue(statement: StatementSync, key: string): JsonObject | null {
  const value = statement.get(key, longestValue)?.value
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value
  if (typeof text !== 'string') return null
  try {
    const parsed: unknown = JSON.parse(text)
    return isJsonObject(parsed) ? parsed : null
  } catch {
    return null
  }
}

function tellProblem(path: string, reason: string): Session {
  const builder = new SessionBuilder('state.vscdb', { ...tool, path })
  builder.problem(reason)
  return builder.build()
}

function isSqliteError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}
