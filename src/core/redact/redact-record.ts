// Takes secrets and personal data out of every string of a record, and counts them.

import type { WorklogRecord } from '../record/schema.ts'
import { isOfClosedSet } from './closed-sets.ts'
import { type Mark, redactText } from './redact-text.ts'
import { markRedacted, type RedactedRecord } from './redacted.ts'
import { noRedaction, type Redaction } from './redaction.ts'
import { ruleset } from './rules/rules.ts'

/**
 * The record without secrets. Equal values get the same number, `[REDACTED:email-1]`, within a record. Throws when
 * something is left.
 */
export function redactRecord(record: WorklogRecord, redaction: Redaction = noRedaction): RedactedRecord {
  const numbers = new Map<string, Map<string, number>>()
  const counts = new Map<string, number>()
  const mark: Mark = ({ rule, value }) => {
    const seen = numbers.get(rule) ?? new Map<string, number>()
    numbers.set(rule, seen)
    const number = seen.get(value) ?? seen.size + 1
    seen.set(value, number)
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
    return `[REDACTED:${rule}-${number}]`
  }
  const clean = redactStrings(record, '', '', (text) => redactText(text, redaction, mark)) as WorklogRecord
  const listed = [...counts].map(([rule, count]) => ({ rule, count }))
  listed.sort((a, b) => (a.rule < b.rule ? -1 : 1))
  return markRedacted({ ...clean, redaction: { ruleset, counts: listed } })
}

/** Objects keep their keys: those of a record are its schema's. */
function redactStrings(
  value: unknown,
  parent: string,
  key: string,
  redact: (text: string) => string,
): unknown {
  if (typeof value === 'string')
    return isHash.test(value) || isOfClosedSet(parent, key) ? value : redact(value)
  if (Array.isArray(value)) return value.map((item) => redactStrings(item, parent, key, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, redactStrings(item, key, name, redact)]),
  )
}

/** Of a Git object. */
const isHash = /^[0-9a-f]{40}$/
