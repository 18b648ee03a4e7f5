// Takes secrets and personal data out of every string of a record, and counts them.

import type { WorklogRecord } from '../record/schema.ts'
import { isOfClosedSet } from './closed-sets.ts'
import { findSpans } from './find-spans.ts'
import { type Mark, redactText } from './redact-text.ts'
import { markRedacted, type RedactedRecord } from './redacted.ts'
import { noRedaction, type Redaction } from './redaction.ts'
import { rules, ruleset } from './rules/rules.ts'

/**
 * The record without secrets. Equal values get the same number, `[REDACTED:email-1]`, within a record. A text that
 * cannot be cleaned piece by piece goes as a whole. Numbers start behind those `taken` by an earlier redaction.
 */
export function redactRecord(
  record: WorklogRecord,
  redaction: Redaction = noRedaction,
  taken: ReadonlyMap<string, number> = noneTaken,
): RedactedRecord {
  if (isClean(record, redaction)) return markRedacted({ ...record, redaction: { ruleset, counts: [] } })
  const numbers = new Map<string, Map<string, number>>()
  const counts = new Map<string, number>()
  const mark: Mark = ({ rule, value }) => {
    const seen = numbers.get(rule) ?? new Map<string, number>()
    numbers.set(rule, seen)
    const number = seen.get(value) ?? (taken.get(rule) ?? 0) + seen.size + 1
    seen.set(value, number)
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
    return `[REDACTED:${rule}-${number}]`
  }
  const clean = mapStrings(record, '', '', (text) => redactText(text, redaction, mark)) as WorklogRecord
  const listed = [...counts].map(([rule, count]) => ({ rule, count }))
  listed.sort((a, b) => (a.rule < b.rule ? -1 : 1))
  return markRedacted({ ...clean, redaction: { ruleset, counts: listed } })
}

const noneTaken: ReadonlyMap<string, number> = new Map()

// No rule reaches across it: none takes a line of one control character for a value.
const separator = '\n\u0000\n'

/** One pass over all strings at once: most records hold nothing to take out. */
function isClean(record: WorklogRecord, redaction: Redaction): boolean {
  // A policy's patterns may ask for the start or the end of a text.
  if (redaction.patterns.length > 0) return false
  const texts = new Set<string>()
  collectStrings(record, '', '', texts)
  return findSpans([...texts].join(separator), rules, redaction).length === 0
}

/** The strings that {@link mapStrings} would map. */
function collectStrings(value: unknown, parent: string, key: string, texts: Set<string>): void {
  if (typeof value === 'string') {
    if (!stays(value, parent, key)) texts.add(value)
  } else if (Array.isArray(value)) {
    for (const item of value) collectStrings(item, parent, key, texts)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) collectStrings(item, key, name, texts)
  }
}

/** Objects keep their keys: those of a record are its schema's. */
function mapStrings(value: unknown, parent: string, key: string, map: (text: string) => string): unknown {
  if (typeof value === 'string') return stays(value, parent, key) ? value : map(value)
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, parent, key, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, mapStrings(item, key, name, map)]),
  )
}

function stays(value: string, parent: string, key: string): boolean {
  return isOfClosedSet(parent, key) || (value.length === 40 && isHash.test(value))
}

/** Of a Git object. */
const isHash = /^[0-9a-f]{40}$/
