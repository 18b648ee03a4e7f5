// A set of phrases, and how to take them out of a text. The work grows with the length of the text only, however many
// phrases there are.

import type { Span } from '../document/block.ts'
import { splitWords } from './words.ts'

/** Phrases by how many words they have; a phrase is its words in lower case, joined by spaces. */
export type Phrases = ReadonlyMap<number, ReadonlySet<string>>

/** Every run of `most` words of `texts`; a shorter text as a whole. Texts of fewer than `fewest` words give none. */
export function createPhrases(texts: readonly string[], most: number, fewest = 1): Phrases {
  const phrases = new Map<number, Set<string>>()
  for (const text of texts) {
    const words = splitWords(text).map(({ word }) => word)
    const size = Math.min(most, words.length)
    if (size < fewest) continue
    const known = phrases.get(size) ?? new Set<string>()
    phrases.set(size, known)
    for (let at = 0; at + size <= words.length; at++) known.add(words.slice(at, at + size).join(' '))
  }
  return phrases
}

/** Where `phrases` stand in `text`; those that touch are one. */
export function findPhrases(text: string, phrases: Phrases): Span[] {
  const words = splitWords(text)
  const isIn = new Uint8Array(words.length)
  for (const [size, known] of phrases) {
    for (let at = 0; at + size <= words.length; at++) {
      const phrase = words
        .slice(at, at + size)
        .map(({ word }) => word)
        .join(' ')
      if (known.has(phrase)) isIn.fill(1, at, at + size)
    }
  }
  const spans: { start: number; end: number }[] = []
  words.forEach(({ start, end }, index) => {
    const last = spans.at(-1)
    if (isIn[index] === 0) return
    if (last && isIn[index - 1] === 1) last.end = end
    else spans.push({ start, end })
  })
  return spans
}

/** `text` with `mark` instead of each of `phrases`, and instead of each address that holds one in its encoding. */
export function cutPhrases(text: string, phrases: Phrases, mark: string): string {
  let cut = ''
  let from = 0
  for (const { start, end } of findPhrases(text, phrases)) {
    cut += text.slice(from, start) + mark
    from = end
  }
  cut += text.slice(from)
  return cut.replace(address, (url) =>
    /[%+]/.test(url) && findPhrases(decode(url), phrases).length > 0 ? mark : url,
  )
}

const address = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"]+/gi

function decode(url: string): string {
  const spaced = url.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    // Not all of it is an encoding.
    return spaced.replace(/%[0-9a-f]{2}/gi, ' ')
  }
}
