// Counts, in one pass, the markup whose parse takes the square of its number. The figures were measured with remark
// on Node 24; real descriptions stay far below them (`maxMarkup` says how far).

/** What is counted; each of a single paragraph, but for `underlines`, which are of the whole text. */
export interface Markup {
  /** `[`: each may open a link. */
  brackets: number
  /** `*`, `_` and `~` outside code. */
  emphasis: number
  /** Lines of nothing but `=` or `-`: each may make a heading of what stands above it. */
  underlines: number
}

/**
 * Texts with more are not read. In 3,416 real descriptions one paragraph holds at most 68 brackets. At these figures
 * a paragraph takes a tenth of a second to parse; 4,000 pairs of emphasis take seven seconds, 4,000 underlines three.
 */
export const maxMarkup: Readonly<Markup> = { brackets: 1000, emphasis: 1000, underlines: 500 }

/** The most of each kind. A paragraph ends at an empty line, a line of nothing but quote marks, or a bullet. */
export function measureMarkup(text: string): Markup {
  const most: Markup = { brackets: 0, emphasis: 0, underlines: 0 }
  let [brackets, emphasis, fence] = [0, 0, '']
  for (const line of text.split('\n')) {
    const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    const isClosing = fence !== '' && mark.startsWith(fence)
    if (fence === '' ? mark !== '' : isClosing) fence = isClosing ? '' : mark
    if (/^[ \t>]*(?:$|[-*+][ \t]+\S)/.test(line)) [brackets, emphasis] = [0, 0]
    if (/^[ \t>]{0,100}(?:=+|-+)[ \t]*$/.test(line)) most.underlines++
    brackets += count(line, '[')
    if (fence === '' && mark === '') emphasis += countEmphasis(line)
    most.brackets = Math.max(most.brackets, brackets)
    most.emphasis = Math.max(most.emphasis, emphasis)
  }
  return most
}

function count(line: string, mark: string): number {
  let found = 0
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) found++
  return found
}

function countEmphasis(line: string): number {
  return count(line, '*') + count(line, '_') + count(line, '~')
}
