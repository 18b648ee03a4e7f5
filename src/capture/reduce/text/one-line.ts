// A text as one line of a draft.

import { cutAtSpace } from './cut-at-space.ts'
import { toPlainText } from './plain-text.ts'
import { withoutBrokenWords } from './without-broken-words.ts'

/** Longest line of a draft, in UTF-16 units. */
export const longestLine = 300

/** `text` on one line of at most `most` units, cut between words; empty when there is nothing in it. */
export function toOneLine(text: string, most: number = longestLine): string {
  return cutAtSpace(toPlainText(withoutBrokenWords(text)).replace(/\s+/g, ' ').trim(), most)
}
