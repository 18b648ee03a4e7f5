// A record as JSON, and the hash of what does not differ from run to run.

import { hash } from 'node:crypto'
import type { WorklogRecord } from '../../core/record/schema.ts'

export interface SerializedRecord {
  json: string
  /** SHA-256 of the record without when, by what and in which run it was read, and what was redacted. */
  contentHash: string
}

const passing: ReadonlySet<string> = new Set(['generated_at', 'generator', 'redaction'])

/** Fields stand in the order of the schema already, so that equal records give equal texts. */
export function serializeContent(record: WorklogRecord): SerializedRecord {
  const all: string[] = []
  const lasting: string[] = []
  for (const [key, value] of Object.entries(record)) {
    const field = `${JSON.stringify(key)}:${JSON.stringify(value)}`
    all.push(field)
    if (key === 'source')
      lasting.push(
        record.source.run === null ? field : `"source":${JSON.stringify({ ...record.source, run: null })}`,
      )
    // What a body says of consent has the time of its reading, which makes nothing new of it.
    else if (key === 'consent')
      lasting.push(
        record.consent.at === null ? field : `"consent":${JSON.stringify({ ...record.consent, at: null })}`,
      )
    else if (!passing.has(key)) lasting.push(field)
  }
  return { json: `{${all.join(',')}}`, contentHash: hash('sha256', lasting.join(','), 'hex') }
}
