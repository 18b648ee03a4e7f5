// Finds what stands between two marks in time that grows with the text alone: a pattern would start anew at every mark.

/** The text between the first `start` and the next `end`; null when one of them is missing. */
export function textBetween(text: string, start: string, end: string): string | null {
  const from = text.indexOf(start)
  if (from === -1) return null
  const to = text.indexOf(end, from + start.length)
  return to === -1 ? null : text.slice(from + start.length, to)
}
