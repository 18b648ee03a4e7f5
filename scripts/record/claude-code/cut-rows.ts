// Keeps recorded rows small and free of what is not the session's: whole requests, system prompts and lists of tools
// keep their type and the names of their fields only.

import { isJsonObject, type JsonObject, readString } from '../../../src/core/json.ts'

const longest = 400
/** Fields that a reader may need, whatever the row. */
const kept = new Set([
  'type',
  'subtype',
  'uuid',
  'parentUuid',
  'sessionId',
  'session_id',
  'timestamp',
  'version',
])
const isOwnTalk = new Set(['user', 'assistant', 'queue-operation', 'last-prompt', 'result'])

/** The row, cut. */
export function cutRow(row: JsonObject): JsonObject {
  const type = readString(row, 'type') ?? ''
  if (type.startsWith('api-request')) return hollow(row)
  if (type === 'system' && readString(row, 'subtype') === 'init') {
    return mapValues(row, (value, key) =>
      key.endsWith('_path') ? '(cut)' : Array.isArray(value) ? [] : shorten(value),
    )
  }
  const { attachment } = row
  if (isJsonObject(attachment) && readString(attachment, 'type') !== 'queued_command') {
    return { ...row, attachment: hollow(attachment), ...('rendered' in row ? { rendered: [] } : {}) }
  }
  if (type === 'system') return mapValues(row, (value, key) => (key === 'run_id' ? '(cut)' : shorten(value)))
  return isOwnTalk.has(type) ? mapValues(row, shorten) : row
}

function hollow(row: JsonObject): JsonObject {
  return mapValues(row, (value, key) => {
    if (kept.has(key)) return value
    if (Array.isArray(value)) return []
    if (isJsonObject(value)) return {}
    return typeof value === 'string' ? '(cut)' : value
  })
}

/** Cuts long strings at any depth. */
function shorten(value: unknown): unknown {
  if (typeof value === 'string') return value.length <= longest ? value : `${value.slice(0, longest)} (cut)`
  if (Array.isArray(value)) return value.map(shorten)
  return isJsonObject(value) ? mapValues(value, shorten) : value
}

function mapValues(row: JsonObject, change: (value: unknown, key: string) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value, key)]))
}
