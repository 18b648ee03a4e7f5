// The words of a record by which duplicates are found: what people wrote in it, and not its title.

import { hash } from 'node:crypto'
import type { WorklogRecord } from '../../core/record/schema.ts'

/** Shorter texts say the same by chance: 82 empty bodies would tie 43 repositories together. */
export const fewestWords = 20

/** NFKC, in lower case, white space as single spaces. */
export function normalizeText(record: WorklogRecord): string {
  const joined = listTexts(record).join('\n')
  const folded = isAscii.test(joined) ? joined : joined.normalize('NFKC')
  return folded.toLowerCase().replace(/\s+/g, ' ').trim()
}

const isAscii = /^[\0-\x7F]*$/

function listTexts({ prompts, failures, corrections, context, review }: WorklogRecord): string[] {
  const texts: (string | null)[] = []
  for (const row of prompts) texts.push(row.text, row.result)
  for (const row of failures) texts.push(row.summary, row.error, row.cause, row.resolution)
  for (const row of corrections) texts.push(row.summary, row.reason, row.before, row.after)
  texts.push(context.domain, context.requirements, context.constraints, context.performance, context.notes)
  texts.push(review.verification)
  return texts.filter((text) => text !== null && text !== '') as string[]
}

// What is written without spaces is taken character by character.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}_])+/gu
const asciiWord = /[a-z0-9_]+/g

/** The words of a normalised text, in order. */
export function splitText(text: string): readonly string[] {
  return text.match(isAscii.test(text) ? asciiWord : word) ?? []
}

/** SHA-256 of a normalised text of so many words; null when it is too short. */
export function hashText(text: string, words: number): string | null {
  return words < fewestWords ? null : hash('sha256', text, 'hex')
}
