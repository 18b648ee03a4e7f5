// Makes what two recordings of the same scenario differ in the same: times, ids, paths. Prompts of the system are cut.

import { isJsonObject, type JsonObject, readObject, readString } from '../../src/core/json.ts'

/** Longer texts are those of the system: the scenarios have none. */
const longestText = 1_000
const start = Date.UTC(2026, 0, 5, 9)
/** As in the reader: rows copied into a fork stand closer together than a human types. */
const copyGap = 10
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids in order of appearance; one for all files of a recording. */
export type Ids = Map<string, string>

export type Replacement = readonly [from: string, to: string]

/** The rows of one rollout. `replacements` are made in order; settings that are repeated unchanged are left out. */
export function normalizeRollout(
  rows: readonly JsonObject[],
  replacements: readonly Replacement[],
  ids: Ids,
): JsonObject[] {
  const kept = withoutRepeatedSettings(rows)
  const times = stableTimes(kept)
  return kept.map((row, index) => {
    const normalized = normalizeObject(row, '', (text) => normalizeText(text, replacements, ids))
    const timestamp = times[index] ?? ''
    const payload = readObject(normalized, 'payload')
    if (row.type !== 'session_meta' || !payload) return { ...normalized, timestamp }
    return { ...normalized, timestamp, payload: { ...payload, timestamp } }
  })
}

/** How often older versions repeat them depends on the moment of an interruption. */
function withoutRepeatedSettings(rows: readonly JsonObject[]): JsonObject[] {
  let settings = ''
  return rows.filter((row) => {
    if (row.type !== 'turn_context') return true
    const known = settings
    settings = JSON.stringify(row.payload)
    return settings !== known
  })
}

/** A second a row; all rows that were copied in one go have one time. */
function stableTimes(rows: readonly JsonObject[]): string[] {
  const first = readString(readObject(rows[0] ?? null, 'payload'), 'id')
  let time = start
  let copiedAt: number | null = null
  return rows.map((row, index) => {
    const at = new Date(readString(row, 'timestamp') ?? '').getTime()
    const isOther = row.type === 'session_meta' && readString(readObject(row, 'payload'), 'id') !== first
    const isCopy = isOther || (copiedAt !== null && at - copiedAt <= copyGap)
    copiedAt = isCopy ? at : null
    if (!isCopy && index > 0) time += 1000
    return new Date(time).toISOString()
  })
}

function normalizeObject(value: JsonObject, key: string, normalize: (text: string) => string): JsonObject {
  const isInstructions = key === 'base_instructions' || value.role === 'developer'
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => {
    if (isInstructions && name === 'text') return [name, '(instructions)']
    if (isInstructions && name === 'content') return [name, [{ type: 'input_text', text: '(instructions)' }]]
    return [normalize(name), normalizeValue(item, name, normalize)]
  })
  return Object.fromEntries(entries)
}

function normalizeValue(value: unknown, name: string, normalize: (text: string) => string): unknown {
  if (typeof value === 'string') return name === 'process_id' ? '1000' : normalize(value)
  if (typeof value === 'number') return isMeasured(name) ? 0 : value
  if (Array.isArray(value)) return value.map((part) => normalizeValue(part, name, normalize))
  return isJsonObject(value) ? normalizeObject(value, name, normalize) : value
}

/** Whether a number is a time, a duration or a place in a file. */
function isMeasured(name: string): boolean {
  return /(?:_at|_ms|_time|_seconds|_byte_offset|^nanos|^secs)$/.test(name)
}

function normalizeText(text: string, replacements: readonly Replacement[], ids: Ids): string {
  const replaced = replacements.reduce((result, [from, to]) => result.replaceAll(from, to), text)
  const kept = replaced.length > longestText ? `${replaced.slice(0, 60)} (cut by the recorder)` : replaced
  return kept
    .replace(uuid, (id) => {
      const known = ids.get(id) ?? `00000000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`
      ids.set(id, known)
      return known
    })
    .replace(/^Chunk ID: \w+/gm, 'Chunk ID: 000000')
    .replace(/^Wall time: [\d.]+ seconds/gm, 'Wall time: 0.1 seconds')
    .replace(/\bafter [\d.]+s$/gm, 'after 0.1s')
    .replace(/"duration_seconds":[\d.]+/g, '"duration_seconds":0.1')
    .replace(/(?<=<current_date>|^)20\d\d-\d\d-\d\d(?=<|$)/g, '2026-01-05')
}
