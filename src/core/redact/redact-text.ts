// Takes secrets and personal data out of one text. Fails closed: what cannot be cleaned goes as a whole.

import { type FoundSpan, findSpans } from './find-spans.ts'
import { markRedacted, type Redacted } from './redacted.ts'
import { noRedaction, type Redaction } from './redaction.ts'
import type { RedactionRule } from './rule.ts'
import { rules, secretRules } from './rules/rules.ts'

/** Gives the mark of a span, `[REDACTED:email-1]`. */
export type Mark = (span: FoundSpan) => string

// A cut can bring two texts together that match anew. A text that still does after more rounds than this goes whole.
const mostRounds = 4

/** `text` without secrets and personal data: all of it goes when they cannot be taken out one by one. */
export function redactText(
  text: string,
  redaction: Redaction = noRedaction,
  mark: Mark = ({ rule }) => `[REDACTED:${rule}]`,
): Redacted<string> {
  return markRedacted(redactBy(rules, text, redaction, mark))
}

/** `text` without secrets: for whoever sees their own paths and addresses anyway, at a terminal. */
export function redactSecrets(text: string): string {
  return redactBy(secretRules, text, noRedaction, ({ rule }) => `[REDACTED:${rule}]`)
}

function redactBy(by: readonly RedactionRule[], text: string, redaction: Redaction, mark: Mark): string {
  let current = text
  for (let round = 0; round < mostRounds; round += 1) {
    const spans = findSpans(current, by, redaction)
    if (spans.length === 0) return current
    current = replaceSpans(current, spans, mark)
  }
  const isClean = findSpans(current, by, redaction).length === 0
  return isClean
    ? current
    : mark({ start: 0, end: text.length, rule: 'unsettled', value: text, kind: 'secret' })
}

/** `text` with a bullet in the place of every character that has to go: lines and offsets stay. */
export function maskText(text: string, redaction: Redaction = noRedaction): string {
  return replaceSpans(text, findSpans(text, rules, redaction), ({ start, end }) =>
    text.slice(start, end).replace(/[^\r\n]/g, '•'),
  )
}

function replaceSpans(text: string, spans: readonly FoundSpan[], mark: Mark): string {
  let end = 0
  const parts: string[] = []
  for (const span of spans) {
    parts.push(text.slice(end, span.start), mark(span))
    end = span.end
  }
  parts.push(text.slice(end))
  return parts.join('')
}
