// Whether a word of a text starts with one of many prefixes: asked before the one pattern for all of them is tried.

export interface WordStarts {
  /** 1 for each pair of characters that a prefix begins with. */
  pairs: Uint8Array
  /** Hashes of prefixes, of their first characters when they are long. */
  hashes: ReadonlySet<number>
}

const fewest = 3
const most = 8
const ascii = 128

/** `prefixes` are ASCII and have three characters at least. */
export function compileStarts(prefixes: readonly string[]): WordStarts {
  const pairs = new Uint8Array(ascii * ascii)
  for (const prefix of prefixes) pairs[prefix.charCodeAt(0) * ascii + prefix.charCodeAt(1)] = 1
  return { pairs, hashes: new Set(prefixes.map((prefix) => hashStart(prefix.slice(0, most)))) }
}

/** False only when no word of `text`, which is anything behind what is neither a letter nor a digit, starts like that. */
export function mayStart(text: string, starts: WordStarts): boolean {
  const { pairs } = starts
  let isInside = false
  let code = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const next = text.charCodeAt(at)
    // Pairs of others than ASCII fall on any cell or none: then the hash decides.
    if (!isInside && pairs[code * ascii + next] === 1 && startsAt(text, at - 1, starts)) return true
    isInside = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
    code = next
  }
  return false
}

function startsAt(text: string, at: number, { hashes }: WordStarts): boolean {
  let hash = 0
  for (let length = 1; length <= most && at + length <= text.length; length++) {
    hash = extend(hash, text.charCodeAt(at + length - 1))
    if (length >= fewest && hashes.has(hash)) return true
  }
  return false
}

function hashStart(prefix: string): number {
  let hash = 0
  for (let index = 0; index < prefix.length; index++) hash = extend(hash, prefix.charCodeAt(index))
  return hash
}

function extend(hash: number, code: number): number {
  return (Math.imul(hash, 131) + code + 1) | 0
}
