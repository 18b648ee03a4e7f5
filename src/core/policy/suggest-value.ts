// “Did you mean …?”: the allowed value somebody probably meant. Only ever shown, never used as the value.

import leven from 'leven'

// Longer texts are not misspelt words; comparing them would only cost time.
const maxLength = 64

/** The one of `allowed` that is closest to `text`, the shortest of several; null when none is close. */
export function suggestValue(text: string, allowed: readonly string[]): string | null {
  const word = text.trim().toLowerCase()
  if (word === '' || word.length > maxLength) return null
  let best: string | null = null
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of allowed) {
    const known = candidate.toLowerCase()
    const distance = isStem(word, known) ? 1 : leven(word, known)
    // A word that shares no letter is no misspelling: `on` is not `off`.
    const isCloser =
      distance < bestDistance || (distance === bestDistance && candidate.length < (best?.length ?? 0))
    if (isCloser && distance < Math.min(word.length, candidate.length)) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** `warning` for `warn` and the like. */
function isStem(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 2 && long.startsWith(short)
}
