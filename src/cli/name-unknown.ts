// A word of the command line that is not known, in a message.

import { suggestValue } from '../core/policy/suggest-value.ts'

/** `prefix` and `word` in backticks, and what of `known` was probably meant. */
export function nameUnknown(word: string, known: readonly string[], prefix = ''): string {
  const meant = suggestValue(word, known)
  return `\`${prefix}${word}\`${meant === null ? '' : ` (did you mean \`${prefix}${meant}\`?)`}`
}
