// Searches bytes for any of many words at once, faster than they can be parsed (the algorithm of Wu and Manber: the
// last two bytes of a window say how far it can be moved).

export interface ByteSearch {
  /** Length of the longest word; chunks of a stream must overlap by one byte less. */
  longest: number
  /** Whether a word stands in `bytes`. */
  test(bytes: Uint8Array): boolean
}

/** `words` must have two bytes at least each; null without a word. */
export function createByteSearch(words: readonly Uint8Array[]): ByteSearch | null {
  if (words.length === 0) return null
  const shortest = Math.min(...words.map(({ length }) => length))
  const longest = Math.max(...words.map(({ length }) => length))
  if (shortest < 2) throw new RangeError('A word must have two bytes at least')
  const mostShift = Math.min(shortest - 1, 255)
  const window = mostShift + 1
  const shifts = new Uint8Array(65_536).fill(mostShift)
  const buckets = new Map<number, Uint8Array[]>()
  for (const word of words) {
    for (let end = 1; end < window; end++) {
      const pair = pairAt(word, end)
      shifts[pair] = Math.min(shifts[pair] ?? 0, window - 1 - end)
    }
    const last = pairAt(word, window - 1)
    buckets.set(last, [...(buckets.get(last) ?? []), word])
  }
  const test = (bytes: Uint8Array) => {
    const { length } = bytes
    for (let end = window - 1; end < length; ) {
      const pair = ((bytes[end - 1] ?? 0) << 8) | (bytes[end] ?? 0)
      const shift = shifts[pair] ?? 1
      if (shift === 0) {
        const start = end - window + 1
        if (buckets.get(pair)?.some((word) => standsAt(bytes, start, word))) return true
        end++
      } else end += shift
    }
    return false
  }
  return { longest, test }
}

function pairAt(word: Uint8Array, end: number): number {
  return ((word[end - 1] ?? 0) << 8) | (word[end] ?? 0)
}

function standsAt(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  if (start + word.length > bytes.length) return false
  for (let index = 0; index < word.length; index++) if (bytes[start + index] !== word[index]) return false
  return true
}
