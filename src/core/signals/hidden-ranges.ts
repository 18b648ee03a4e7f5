// Where a text shows or hides examples: closed fences and HTML comments, in which no trailer or footer counts.

/** A stretch of a text; `end` is exclusive. */
export interface Range {
  start: number
  end: number
}

/** The closed fences and HTML comments of a text, in order. What is never closed hides nothing. */
export function findHiddenRanges(text: string): Range[] {
  const ranges: Range[] = []
  if (text.includes('```') || text.includes('~~~')) ranges.push(...findFences(text))
  if (text.includes('<!--')) ranges.push(...findComments(text))
  return ranges.sort((a, b) => a.start - b.start)
}

/** A function that tells whether an offset lies in one of the ranges; offsets may come in any order. */
export function createHiddenTest(ranges: readonly Range[]): (offset: number) => boolean {
  if (ranges.length === 0) return () => false
  // The furthest end of all ranges up to each, so that a nested range does not hide its parent's rest.
  const ends: number[] = []
  for (const range of ranges) ends.push(Math.max(range.end, ends.at(-1) ?? 0))
  return (offset) => {
    let low = 0
    let high = ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low > 0 && offset < (ends[low - 1] ?? 0)
  }
}

function findFences(text: string): Range[] {
  const ranges: Range[] = []
  let open: { start: number; mark: string } | null = null
  for (const match of text.matchAll(/^[ \t>]{0,12}(`{3,}|~{3,})([^\n]*)/gm)) {
    const mark = match[1] ?? ''
    const rest = match[2] ?? ''
    if (!open) {
      if (!(mark.startsWith('`') && rest.includes('`'))) open = { start: match.index, mark }
    } else if (mark.startsWith(open.mark) && rest.trim() === '') {
      ranges.push({ start: open.start, end: match.index + match[0].length })
      open = null
    }
  }
  return ranges
}

function findComments(text: string): Range[] {
  const ranges: Range[] = []
  let from = 0
  for (;;) {
    const start = text.indexOf('<!--', from)
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4)
    if (end < 0) return ranges
    ranges.push({ start, end: end + 3 })
    from = end + 3
  }
}
