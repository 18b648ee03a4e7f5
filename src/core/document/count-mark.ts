// Counting without an array of what is found.

/** How often `mark` stands in `text`. */
export function countMark(text: string, mark: string): number {
  let found = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found++
  return found
}
