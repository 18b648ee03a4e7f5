// Records to bytes: the same record always gives the same text. Each is looked at once more for secrets, and throws.

import type { Redacted, RedactedRecord } from '../redact/redacted.ts'
import type { Redaction } from '../redact/redaction.ts'
import { refuseSecrets } from '../redact/refuse-secrets.ts'

/** A record as an indented JSON file with a newline at its end. */
export function serializeRecord(record: RedactedRecord, redaction?: Redaction): Redacted<string> {
  return write(JSON.stringify(record, null, 2), redaction)
}

/** Records as one indented JSON list with a newline at its end. */
export function serializeRecords(
  records: readonly RedactedRecord[],
  redaction?: Redaction,
): Redacted<string> {
  return write(JSON.stringify(records, null, 2), redaction)
}

/** A record as one line of JSONL with its newline. */
export function serializeLine(record: RedactedRecord, redaction?: Redaction): Redacted<string> {
  return write(JSON.stringify(record), redaction)
}

const write = (json: string, redaction?: Redaction) => refuseSecrets(`${escapeJson(json)}\n`, redaction)

// JSON goes to logs and terminals too: an old workflow command, which runners look for anywhere in a line, and what
// acts on a terminal or hides and reorders text. All of it can stand in strings only, where an escape is the same.
const active =
  /(?<=#)#(?=\[)|\p{Cf}|[\u007F-\u009F\u115F\u1160\u2028\u2029\u2060-\u206F\u3164\uFFA0\u{E0000}-\u{E0FFF}]|\u034F|\u17B4|\u17B5/gu

/** `json` with what could act on a log or terminal as escapes; it means the same. */
export function escapeJson(json: string): string {
  return json.replace(active, (found) =>
    [...Array(found.length).keys()]
      .map((index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
