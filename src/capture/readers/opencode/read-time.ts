// Times as opencode writes them.

import { type JsonObject, readObject } from '../../../core/json.ts'

/** ISO 8601 of milliseconds since 1970; null for other values. */
export function toIso(milliseconds: unknown): string | null {
  if (typeof milliseconds !== 'number' || !(Math.abs(milliseconds) < 8.64e15)) return null
  return new Date(milliseconds).toISOString()
}

/** The time at `key` of `time`. */
export function readTime(from: JsonObject | null, key: string): string | null {
  return toIso(readObject(from, 'time')?.[key])
}
