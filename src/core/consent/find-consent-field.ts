// Which part of a consent a label or a box names.

import { normalizeTitle } from '../extract/normalize-title.ts'
import { consentLabels, consentSentences, refusalSentences } from '../vocabulary/consent-words.ts'
import type { Answer } from './read-answer.ts'

export type ConsentField = keyof typeof consentLabels

/** What `label` names; null when it is not about consent. */
export function findConsentField(label: string): ConsentField | null {
  if (label.length > longestLabel) return null
  return lookup.get(normalizeTitle(label).replace(/[\s_-]+/g, ' ')) ?? null
}

/** What a ticked box with `text` says of consent; null when it says nothing of it. */
export function readSentence(text: string): Answer | null {
  const head = text.slice(0, longestSentence)
  if (isRefusal(head)) return { training: 'no', scope: null }
  return consentSentences.some((pattern) => pattern.test(head)) ? { training: 'yes', scope: null } : null
}

/** Whether a sentence refuses consent, in a box or not. */
export function isRefusal(text: string): boolean {
  const head = text.slice(0, longestSentence)
  return refusalSentences.some((pattern) => pattern.test(head))
}

const longestLabel = 80
const longestSentence = 400

const lookup: ReadonlyMap<string, ConsentField> = new Map(
  Object.entries(consentLabels).flatMap(([field, names]) =>
    names.map((name): [string, ConsentField] => [name, field as ConsentField]),
  ),
)
