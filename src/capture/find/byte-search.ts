// Searches bytes for any of many words at once, faster than they can be parsed (the algorithm of Wu and Manber: the
// last bytes of a window say how far it can be moved).

export interface ByteSearch {
  /** Length of the longest word; chunks of a stream must overlap by one byte less. */
  longest: number
  /** Whether a word stands in `bytes`. */
  test(bytes: Uint8Array): boolean
}

/** `words` must have two bytes at least each; null without a word. */
export function createByteSearch(words: readonly Uint8Array[]): ByteSearch | null {
  if (words.length === 0) return null
  const lengths = words.map(({ length }) => length)
  // Not spread into `Math.min`: there may be more words than it takes.
  const shortest = lengths.reduce((least, length) => Math.min(least, length))
  const longest = lengths.reduce((most, length) => Math.max(most, length))
  if (shortest < 2) throw new RangeError('A word must have two bytes at least')
  const window = Math.min(shortest, 255)
  const block = window >= 4 ? 3 : 2
  const shifts = new Uint8Array(65_536).fill(window - block + 1)
  const buckets = new Map<number, Uint8Array[]>()
  for (const word of words) {
    for (let end = block - 1; end < window; end++) {
      const key = hash(word, end, block)
      shifts[key] = Math.min(shifts[key] ?? 0, window - 1 - end)
    }
    const key = bucketOf(hash(word, window - 1, block), word, 0)
    const bucket = buckets.get(key)
    if (bucket) bucket.push(word)
    else buckets.set(key, [word])
  }
  const test = (bytes: Uint8Array) => {
    const { length } = bytes
    for (let end = window - 1; end < length; ) {
      const key = hash(bytes, end, block)
      const shift = shifts[key] ?? 1
      if (shift === 0) {
        const start = end - window + 1
        const bucket = buckets.get(bucketOf(key, bytes, start))
        if (bucket?.some((word) => standsAt(bytes, start, word))) return true
        end++
      } else end += shift
    }
    return false
  }
  return { longest, test }
}

/** Of the two or three bytes that end at `end`; different ones may have the same. */
function hash(bytes: Uint8Array, end: number, block: number): number {
  const before = block === 3 ? (bytes[end - 2] ?? 0) : 0
  return ((before << 10) ^ ((bytes[end - 1] ?? 0) << 5) ^ (bytes[end] ?? 0)) & 0xffff
}

/** Of the end of a window and the two bytes it starts with. */
function bucketOf(key: number, bytes: Uint8Array, start: number): number {
  return key * 65_536 + (((bytes[start] ?? 0) << 8) | (bytes[start + 1] ?? 0))
}

function standsAt(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  if (start + word.length > bytes.length) return false
  for (let index = 0; index < word.length; index++) if (bytes[start + index] !== word[index]) return false
  return true
}
