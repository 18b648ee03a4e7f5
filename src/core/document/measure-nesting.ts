// An upper bound on how deep block quotes and lists nest, found without parsing, so that a body built to
// overflow the parser is refused before it reaches it.

/** The deepest line of `text`: markers at its start plus two columns of indentation a level. */
export function measureNesting(text: string): number {
  let deepest = 0
  let lineStart = 0
  while (lineStart < text.length) {
    const lineEnd = text.indexOf('\n', lineStart)
    const end = lineEnd === -1 ? text.length : lineEnd
    deepest = Math.max(deepest, measureLine(text, lineStart, end))
    lineStart = end + 1
  }
  return deepest
}

function measureLine(text: string, start: number, end: number): number {
  let markers = 0
  let columns = 0
  let depth = 0
  let index = start
  while (index < end) {
    const character = text[index]
    if (character === ' ') columns++
    else if (character === '\t') columns += 4
    else if (character === '>') {
      markers++
      // One space belongs to the marker.
      if (text[index + 1] === ' ') index++
    } else {
      const marker = readListMarker(text, index, end)
      if (marker === 0) break
      markers++
      index += marker - 1
      if (text[index + 1] === ' ') index++
    }
    index++
    // Indentation counts only up to the last marker: deeply indented code is not nesting.
    if (character !== ' ' && character !== '\t') depth = markers + (columns >> 1)
  }
  return depth
}

/** Length of the list marker at `index` (`-`, `*`, `+`, `1.`, `2)`), 0 when there is none. */
function readListMarker(text: string, index: number, end: number): number {
  let next = index
  while (next < end && next - index < 9 && isDigit(text[next])) next++
  const closer = text[next]
  const isBullet = next === index && (closer === '-' || closer === '*' || closer === '+')
  const isNumber = next > index && (closer === '.' || closer === ')')
  if (!isBullet && !isNumber) return 0
  const after = next + 1
  return after >= end || text[after] === ' ' || text[after] === '\t' ? after - index : 0
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}
