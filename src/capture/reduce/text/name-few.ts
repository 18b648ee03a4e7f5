// Names the first few of a list in a sentence.

/** `a, b and 3 more`; at most `most` are named. */
export function nameFew(names: readonly string[], most: number, more: string): string {
  const named = names.slice(0, most)
  const left = names.length - named.length
  if (left > 0) return `${named.join(', ')} and ${left} more ${left === 1 ? more : `${more}s`}`
  const last = named.pop() ?? ''
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`
}
