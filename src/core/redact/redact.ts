// Takes secrets and personal data out of every string of a value. Fails closed: what cannot be cleaned throws.

import type { WorklogRecord } from '../record/schema.ts'
import type { RedactionRule } from './rule.ts'
import { contextRules } from './rules-context.ts'
import { keyRules } from './rules-keys.ts'
import { personalRules } from './rules-personal.ts'

/** Version of the rules; records carry it as `redaction.ruleset`. */
export const ruleset = '1'

const rules: readonly RedactionRule[] = [...keyRules, ...contextRules, ...personalRules]

// A cut can bring two texts together that match anew; more rounds than this mean that a rule meets its own mark.
const mostRounds = 4

/**
 * The record without secrets. Equal values get the same number, `[REDACTED:email-1]`, within a record.
 * `known` values, such as our own token, are taken out wherever they stand. Throws when something is left.
 */
export function redactRecord(record: WorklogRecord, known: readonly string[] = []): WorklogRecord {
  const numbers = new Map<string, Map<string, number>>()
  const counts = new Map<string, number>()
  const mark = (rule: string, value: string) => {
    const seen = numbers.get(rule) ?? new Map<string, number>()
    numbers.set(rule, seen)
    const number = seen.get(value) ?? seen.size + 1
    seen.set(value, number)
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
    return `[REDACTED:${rule}-${number}]`
  }
  const secrets = known.filter((value) => value.length >= 8)
  const clean = redactStrings(record, (text) => redactText(text, secrets, mark)) as WorklogRecord
  const listed = [...counts].map(([rule, count]) => ({ rule, count }))
  listed.sort((a, b) => (a.rule < b.rule ? -1 : 1))
  return { ...clean, redaction: { ruleset, counts: listed } }
}

/** Objects keep their keys: those of a record are its schema's. */
function redactStrings(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item) => redactStrings(item, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactStrings(item, redact)]))
}

function redactText(text: string, known: readonly string[], mark: (rule: string, value: string) => string) {
  let current = text
  for (let round = 0; round < mostRounds; round += 1) {
    const next = redactOnce(current, known, mark)
    if (next === current) return current
    current = next
  }
  throw new Error(
    'Cannot redact the record: a text still holds a secret after redaction. No record is written',
  )
}

function redactOnce(text: string, known: readonly string[], mark: (rule: string, value: string) => string) {
  let current = text
  for (const value of known) {
    if (current.includes(value)) current = current.replaceAll(value, () => mark('known-value', value))
  }
  const lower = current.toLowerCase()
  for (const { id, hints, pattern, accepts } of rules) {
    if (!hints.some((hint) => lower.includes(hint))) continue
    current = current.replace(pattern, (match, ...rest) => {
      const groups: unknown = rest.at(-1)
      const secret = readSecret(groups) ?? match
      if (secret.startsWith('[REDACTED:') || accepts?.(secret) === false) return match
      const start = match.lastIndexOf(secret)
      return match.slice(0, start) + mark(id, secret) + match.slice(start + secret.length)
    })
  }
  return current
}

function readSecret(groups: unknown): string | null {
  if (typeof groups !== 'object' || groups === null || !('secret' in groups)) return null
  return typeof groups.secret === 'string' ? groups.secret : null
}
