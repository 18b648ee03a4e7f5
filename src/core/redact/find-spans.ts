// Where a text holds what has to go.

import type { Span } from '../document/block.ts'
import type { Redaction } from './redaction.ts'
import type { RedactionRule } from './rule.ts'
import { indexTrigrams, listTrigrams, mayHold, type Trigrams } from './trigrams.ts'
import { type View, viewText } from './views.ts'

/** What one rule knows; `value` is the same for one secret written in two ways. */
export interface FoundSpan extends Span {
  rule: string
  value: string
  kind: 'secret' | 'personal'
}

const marked = /\[REDACTED:[\w-]{1,80}\]/g

/** Everything in `text` that `rules` and `redaction` know, in order; none overlaps another or our own marks. */
export function findSpans(text: string, rules: readonly RedactionRule[], redaction: Redaction): FoundSpan[] {
  const found = viewText(text).flatMap((view) => [
    ...findKnown(view, redaction.known),
    ...redaction.patterns.flatMap(({ id, find }) =>
      find(view.text).map(({ start, end }) => place(view, { start, end, rule: id, kind: 'personal' })),
    ),
    ...findByRules(view, rules).filter(({ value }) => !redaction.isAllowed(value)),
  ])
  const marks = text.includes('[REDACTED:')
    ? [...text.matchAll(marked)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    : []
  return merge(found.filter((span) => !marks.some((mark) => span.start < mark.end && mark.start < span.end)))
}

function findKnown(view: View, known: readonly string[]): FoundSpan[] {
  const found: FoundSpan[] = []
  for (const value of known) {
    for (
      let start = view.text.indexOf(value);
      start !== -1;
      start = view.text.indexOf(value, start + value.length)
    ) {
      found.push(place(view, { start, end: start + value.length, rule: 'known-value', kind: 'secret' }))
    }
  }
  return found
}

function findByRules(view: View, rules: readonly RedactionRule[]): FoundSpan[] {
  const { text } = view
  const lower = text.toLowerCase()
  indexTrigrams(lower)
  const found: FoundSpan[] = []
  for (const rule of rules) {
    const { id, kind, pattern, accepts } = rule
    if (!hasHint(lower, rule) || rule.mayMatch?.(text) === false) continue
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? match[0]
      const start = match.index + match[0].lastIndexOf(secret)
      if (secret === '' || accepts?.(secret, text.slice(Math.max(0, start - 40), start)) === false) continue
      found.push(
        place(view, {
          start,
          end: start + secret.length,
          rule: typeof id === 'string' ? id : id(secret),
          kind,
        }),
      )
    }
  }
  return found
}

/** The trigrams of each rule’s hints. */
const trigrams = new WeakMap<RedactionRule, readonly Trigrams[]>()

/** `lower` is what was indexed last. */
function hasHint(lower: string, rule: RedactionRule): boolean {
  const { hints } = rule
  if (hints.length === 0) return true
  let known = trigrams.get(rule)
  if (!known) {
    known = hints.map(listTrigrams)
    trigrams.set(rule, known)
  }
  for (let index = 0; index < known.length; index++) {
    if (mayHold(known[index] ?? null) && lower.includes(hints[index] ?? '')) return true
  }
  return false
}

function place({ text, offsets }: View, { start, end, ...span }: Omit<FoundSpan, 'value'>): FoundSpan {
  const value = text.slice(start, end)
  return { ...span, value, start: offsets?.[start] ?? start, end: offsets?.[end] ?? end }
}

/** Secrets that overlap become one, named by the first rule; personal data within or across a secret is left to it. */
function merge(found: readonly FoundSpan[]): FoundSpan[] {
  const rank = ({ kind }: FoundSpan) => (kind === 'secret' ? 0 : 1)
  const secrets = unite(found.filter((span) => rank(span) === 0))
  const personal = unite(found.filter((span) => rank(span) === 1))
  const apart = personal.filter((span) => !overlapsAny(span, secrets))
  return [...secrets, ...apart].sort((a, b) => a.start - b.start)
}

function unite(spans: FoundSpan[]): FoundSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const united: FoundSpan[] = []
  for (const span of sorted) {
    const last = united.at(-1)
    if (!last || span.start >= last.end) united.push({ ...span })
    else if (span.end > last.end)
      united[united.length - 1] = { ...last, end: span.end, value: `${last.value}${span.value}` }
  }
  return united
}

/** `others` are in order and apart. */
function overlapsAny({ start, end }: Span, others: readonly Span[]): boolean {
  let low = 0
  let high = others.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((others[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const next = others[low]
  return next !== undefined && next.start < end
}
