// Records that the command line printed, read back by the schema in code.

import * as v from 'valibot'
import { recordSchema, type WorklogRecord } from '../../src/core/record/schema.ts'

/** The record in `json`. Throws when it is none. */
export function parseRecord(json: string): WorklogRecord {
  return v.parse(recordSchema, JSON.parse(json))
}

/** One record for each line. */
export function readRecords(lines: string): WorklogRecord[] {
  return lines.trimEnd().split('\n').map(parseRecord)
}
