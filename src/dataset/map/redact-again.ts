// Redaction with today’s rules, whatever a record says was done to it.

import type { WorklogRecord } from '../../core/record/schema.ts'
import { redactRecord } from '../../core/redact/redact-record.ts'
import type { RedactedRecord } from '../../core/redact/redacted.ts'
import type { Redaction } from '../../core/redact/redaction.ts'

/** `record` redacted; what an earlier redaction counted is added to what this one finds, and its marks stay apart. */
export function redactAgain(record: WorklogRecord, redaction: Redaction): RedactedRecord {
  const first = redactRecord(record, redaction)
  const earlier = record.redaction.counts.filter(({ rule }) => isRule.test(rule))
  if (earlier.length === 0) return first
  const isNew = first.redaction.counts.length > 0
  const clean = isNew ? redactRecord(record, redaction, listTaken(record)) : first
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

/** The highest number of each rule’s marks. */
function listTaken(record: WorklogRecord): Map<string, number> {
  const taken = new Map<string, number>()
  for (const [, rule = '', number] of JSON.stringify(record).matchAll(mark)) {
    taken.set(rule, Math.max(taken.get(rule) ?? 0, Number(number)))
  }
  return taken
}

const mark = /\[REDACTED:([a-z][a-z-]{0,60})-(\d{1,6})\]/g
