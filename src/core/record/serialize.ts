// Records to bytes: the same record always gives the same text.

import type { WorklogRecord } from './schema.ts'

/** A record as an indented JSON file with a newline at its end. */
export function serializeRecord(record: WorklogRecord): string {
  return `${escapeJson(JSON.stringify(record, null, 2))}\n`
}

/** Records as one indented JSON list with a newline at its end. */
export function serializeRecords(records: readonly WorklogRecord[]): string {
  return `${escapeJson(JSON.stringify(records, null, 2))}\n`
}

/** A record as one line of JSONL with its newline. */
export function serializeLine(record: WorklogRecord): string {
  return `${escapeJson(JSON.stringify(record))}\n`
}

// JSON goes to logs and terminals too: an old workflow command, which runners look for anywhere in a line, and what
// acts on a terminal or hides and reorders text. All of it can stand in strings only, where an escape is the same.
const active =
  /(?<=#)#(?=\[)|\p{Cf}|[\u007F-\u009F\u115F\u1160\u2028\u2029\u2060-\u206F\u3164\uFFA0\u{E0000}-\u{E0FFF}]|\u034F|\u17B4|\u17B5/gu

function escapeJson(json: string): string {
  return json.replace(active, (found) =>
    [...Array(found.length).keys()]
      .map((index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
