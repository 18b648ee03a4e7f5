// Whether a word of a text starts with one of many prefixes: asked before the one pattern for all of them is tried.

/** Prefixes of three characters at least, all ASCII, by their first three or four. */
export type WordStarts = ReadonlySet<number>

const most = 4

export function compileStarts(prefixes: readonly string[]): WordStarts {
  return new Set(prefixes.map((prefix) => hashStart(prefix, 0, Math.min(most, prefix.length))))
}

/** False only when no word of `text`, which is anything behind what is neither a letter nor a digit, starts like that. */
export function mayStart(text: string, starts: WordStarts): boolean {
  let isInside = false
  for (let at = 0; at + 2 < text.length; at++) {
    const isNext = isInside
    isInside = isAlphanumeric(text.charCodeAt(at))
    if (!isNext && (starts.has(hashStart(text, at, 3)) || starts.has(hashStart(text, at, most)))) return true
  }
  return false
}

function hashStart(text: string, at: number, length: number): number {
  let hash = length
  for (let index = at; index < at + length; index++)
    hash = (Math.imul(hash, 131) + text.charCodeAt(index)) | 0
  return hash
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}
