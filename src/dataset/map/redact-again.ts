// Redaction with today’s rules, whatever a record says was done to it.

import type { WorklogRecord } from '../../core/record/schema.ts'
import { redactRecord } from '../../core/redact/redact-record.ts'
import type { RedactedRecord } from '../../core/redact/redacted.ts'
import type { Redaction } from '../../core/redact/redaction.ts'

/** `record` redacted; what an earlier redaction counted is added to what this one finds. */
export function redactAgain(record: WorklogRecord, redaction: Redaction): RedactedRecord {
  const clean = redactRecord(record, redaction)
  const earlier = record.redaction.counts.filter(({ rule }) => isRule.test(rule))
  if (earlier.length === 0) return clean
  const counts = new Map<string, number>()
  for (const { rule, count } of [...earlier, ...clean.redaction.counts]) {
    counts.set(rule, Math.min((counts.get(rule) ?? 0) + count, Number.MAX_SAFE_INTEGER))
  }
  const listed = [...counts].map(([rule, count]) => ({ rule, count }))
  listed.sort((a, b) => (a.rule < b.rule ? -1 : 1))
  return { ...clean, redaction: { ...clean.redaction, counts: listed } }
}

/** As ids of rules are; a stranger’s record may say anything. */
const isRule = /^[a-z][a-z-]{0,60}$/
