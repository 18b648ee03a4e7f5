// Records to bytes: the same record always gives the same text.

import type { WorklogRecord } from './schema.ts'

/** A record as an indented JSON file with a newline at its end. */
export function serializeRecord(record: WorklogRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`
}

/** A record as one line of JSONL with its newline. */
export function serializeLine(record: WorklogRecord): string {
  return `${JSON.stringify(record)}\n`
}
