// Which runs of three characters a text holds: most hints of most rules are ruled out by it, without a search for each.

/** Bits of a hash; a text of 2,000 characters fills one in sixteen. */
const size = 1 << 15

// A cell holds the number of the text that filled it last, so that nothing is cleared; doubles never come to their end.
const cells = new Float64Array(size)
let current = 0

/** The cells of a hint, or null when it is too short to have one. */
export type Trigrams = Uint16Array | null

export function listTrigrams(hint: string): Trigrams {
  if (hint.length < 3) return null
  return Uint16Array.from({ length: hint.length - 2 }, (_, at) =>
    toCell(hint.charCodeAt(at), hint.charCodeAt(at + 1), hint.charCodeAt(at + 2)),
  )
}

/** Remembers `text` until it is called again. */
export function indexTrigrams(text: string): void {
  current += 1
  let first = text.charCodeAt(0)
  let second = text.charCodeAt(1)
  for (let at = 2; at < text.length; at++) {
    const third = text.charCodeAt(at)
    cells[toCell(first, second, third)] = current
    first = second
    second = third
  }
}

/** False only when the text that was indexed last does not hold the hint. */
export function mayHold(trigrams: Trigrams): boolean {
  if (trigrams === null) return true
  for (let at = 0; at < trigrams.length; at++) {
    if (cells[trigrams[at] as number] !== current) return false
  }
  return true
}

function toCell(first: number, second: number, third: number): number {
  return ((first * 31 + second) * 31 + third) & (size - 1)
}
