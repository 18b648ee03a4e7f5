// JSON documents as lines: a record or a pull request, or a list of them.

import { isJsonObject } from '../../../core/json.ts'

export interface JsonLines {
  /** With a newline behind each. */
  text: string
  lines: number
  /** What in the list was no record and no pull request: how many, and where the first stands, from 1. */
  others: number
  firstOther: number | null
}

/** Null when `text` is not JSON, or nested so deeply that it cannot be written again. */
export function toJsonLines(text: string): JsonLines | null {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
  const items: unknown[] = Array.isArray(value) ? value : [value]
  const taken = items.filter(isRecordLike)
  try {
    return {
      text: taken.map((item) => `${JSON.stringify(item)}\n`).join(''),
      lines: taken.length,
      others: items.length - taken.length,
      firstOther: items.length === taken.length ? null : items.findIndex((item) => !isRecordLike(item)) + 1,
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A record has `schema_version`, a pull request `body`. */
function isRecordLike(value: unknown): boolean {
  return isJsonObject(value) && (Object.hasOwn(value, 'schema_version') || Object.hasOwn(value, 'body'))
}

/** True when the first line of `text` is a whole record or pull request: JSONL under another name. */
export function startsLikeJsonl(text: string): boolean {
  const end = text.indexOf('\n')
  if (end === -1) return false
  try {
    return isRecordLike(JSON.parse(text.slice(0, end).replace(/^\uFEFF/, '')))
  } catch {
    return false
  }
}

/** Why `bytes`, the beginning of a file, are no text in UTF-8; null when they may be. */
export function explainBinary(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, 4)
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return 'UTF-16 text, expected UTF-8'
  if (start === 'PK\x03\x04') return 'a zip archive; rename it to `.zip`'
  if (start.startsWith('\x1f\x8b')) return 'gzip; rename it to `.gz`'
  return bytes.includes(0) ? 'binary data, expected JSON' : null
}
