// What redaction takes out of real pull requests, and whether any of it is what must stay. Pure.

import type { PullRequest } from '../../src/core/pull-request.ts'
import { findSpans } from '../../src/core/redact/find-spans.ts'
import { noRedaction } from '../../src/core/redact/redaction.ts'
import { rules } from '../../src/core/redact/rules/rules.ts'

export interface RealTexts {
  texts: number
  characters: number
  /** Hits by rule. */
  hits: Map<string, number>
  /** How many hashes, UUIDs, versions, dates and paths the texts hold, and how many of them a hit touches. */
  kept: Map<string, { total: number; touched: string[] }>
}

// An identifier that is the value of a named secret, `…_KEY=<uuid>`, is a secret: it counts as touched all the same.
const identifiers: readonly (readonly [string, RegExp])[] = [
  ['Git hash', /(?<![\w-])[0-9a-f]{40}(?![\w-])/g],
  ['UUID', /(?<![\w-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/gi],
  ['version', /(?<![\w.-])v?\d{1,3}\.\d{1,3}\.\d{1,3}(?:-[\w.]{1,20})?(?![\w.-])/g],
  ['date', /(?<![\w-])20\d\d-\d\d-\d\d(?![\w-])/g],
  ['path', /(?<![\w/:.-])(?:[\w-]{2,40}\/){1,8}[\w-]{1,40}\.[a-z]{1,4}(?![\w/])/g],
  ['identifier', /(?<![\w.$/-])[a-z]{2,15}(?:[A-Z][a-z]{1,15}){2,6}(?![\w/-])/g],
]

/** Looks at every text of `pullRequests`. */
export function readRealTexts(pullRequests: Iterable<PullRequest>): RealTexts {
  const result: RealTexts = { texts: 0, characters: 0, hits: new Map(), kept: new Map() }
  for (const { title, body, commits } of pullRequests) {
    for (const text of [title, body, ...commits.map(({ message }) => message)]) {
      if (text !== null) addText(result, text)
    }
  }
  return result
}

function addText(result: RealTexts, text: string): void {
  result.texts += 1
  result.characters += text.length
  const spans = findSpans(text, rules, noRedaction)
  for (const { rule } of spans) result.hits.set(rule, (result.hits.get(rule) ?? 0) + 1)
  for (const [name, pattern] of identifiers) {
    const kept = result.kept.get(name) ?? { total: 0, touched: [] }
    result.kept.set(name, kept)
    for (const match of text.matchAll(pattern)) {
      kept.total += 1
      const end = match.index + match[0].length
      const span = spans.find((each) => each.start < end && match.index < each.end)
      if (span) kept.touched.push(`${span.rule}: ${text.slice(Math.max(0, span.start - 30), span.end)}`)
    }
  }
}
