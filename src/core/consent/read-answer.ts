// The answer to whether a record may be used for training. What is not plain is no answer: a yes is never guessed.

import { isPlaceholder } from '../extract/shapes/placeholder.ts'
import { readYesNo } from '../extract/shapes/yes-no.ts'
import { consentAnswers, reservations, scopeStarts } from '../vocabulary/consent-words.ts'

export interface Answer {
  training: 'yes' | 'no'
  /** What for, in the author's words; null without a limit, and for a no. */
  scope: string | null
}

// Longer answers explain something.
const maxLength = 200

/** Reads the whole value of a label; null for what is neither a plain yes nor a no. */
export function readAnswer(value: string): Answer | null {
  const text = value.replace(/[*_`"]/g, '').trim()
  if (isPlaceholder(value) || offersBoth(text)) return null
  const first = readFirst(text)
  if (first === null) return null
  if (first.answer === 'no') return { training: 'no', scope: null }
  const rest = text.slice(first.length).replace(/^[\s,.;:!–—()[\]-]+|[\s.!)\]]+$/g, '')
  if (rest === '') return { training: 'yes', scope: null }
  if (rest.length > maxLength || reservations.test(rest) || !scopeStarts.test(rest)) return null
  return { training: 'yes', scope: rest }
}

/** What a consent is limited to, as written; null when nothing is. */
export function readScope(value: string): string | null {
  const text = value.replace(/\s+/g, ' ').trim()
  if (isPlaceholder(text)) return null
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
}

/** "yes / no", and the same in other words: a choice that nobody made. */
function offersBoth(text: string): boolean {
  const choices = text.split(/\s*[/|]\s*|\s+(?:or|oder|ou|o|of|или|或)\s+/i).slice(0, 3)
  const answers = new Set(choices.map((choice) => readFirst(choice)?.answer ?? null))
  return answers.has('yes') && answers.has('no')
}

function readFirst(text: string): { answer: 'yes' | 'no'; length: number } | null {
  const lower = text.toLowerCase().replace(/’/g, "'")
  for (const [answer, pattern] of consentAnswers) {
    const found = pattern.exec(lower)
    if (found) return answer === null ? null : { answer, length: found[0].length }
  }
  const said = readYesNo(lower)
  if (said === null) return null
  const word = /^[^\p{L}\p{N}]*[\p{L}\p{N}]+/u.exec(lower)
  return { answer: said ? 'yes' : 'no', length: word?.[0].length ?? 0 }
}
