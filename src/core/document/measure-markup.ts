// Counts, in one pass, the markup whose parse takes the square of its number in a paragraph. The figures were measured
// with remark on Node 24; real descriptions stay far below them (`maxMarkup` says how far).

import { countMark } from './count-mark.ts'
import { FenceReader } from './fence-reader.ts'

/** What is counted. */
export interface Markup {
  /** `[` and `]` of a paragraph, the most: each may open or close a link. */
  brackets: number
  /** `*`, `_` and `~` outside code of a paragraph, the most. */
  emphasis: number
  /** Lines of nothing but `=` or `-` in the whole text: each may make a heading of what stands above it. */
  underlines: number
  /** The squares of each paragraph's brackets and emphasis, added up. */
  squares: number
}

/**
 * Texts with more are not read. In 3,416 real descriptions one paragraph holds at most 136 brackets. At these figures
 * a paragraph takes 30 to 100 ms to parse, all of the text half a second; 4,000 pairs of emphasis would take seven
 * seconds, 4,000 underlines three.
 */
export const maxMarkup: Readonly<Markup> = {
  brackets: 2000,
  emphasis: 1000,
  underlines: 500,
  squares: 10_000_000,
}

// What no paragraph goes on after: an empty line, one of nothing but quote marks, and a bullet with a text. Deeper
// indentation may be text, and so does not count.
const paragraphEnd = /^(?: {0,3}>)*(?:[ \t]*$| {0,3}(?:> {0,4})?[-*+][ \t]+\S)/
const underline = /^[ \t>]{0,100}(?:=+|-+)[ \t]*$/

/** Counts the markup of `text`. */
export function measureMarkup(text: string): Markup {
  const most: Markup = { brackets: 0, emphasis: 0, underlines: 0, squares: 0 }
  const fences = new FenceReader()
  let [brackets, emphasis] = [0, 0]
  const endParagraph = () => {
    most.squares += brackets ** 2 + emphasis ** 2
    brackets = 0
    emphasis = 0
  }
  for (const line of text.split('\n')) {
    const isFenced = fences.readLine(line)
    if (paragraphEnd.test(line)) endParagraph()
    if (underline.test(line)) most.underlines++
    if (!isFenced) {
      brackets += countBrackets(line)
      emphasis += countEmphasis(line)
    }
    most.brackets = Math.max(most.brackets, brackets)
    most.emphasis = Math.max(most.emphasis, emphasis)
  }
  endParagraph()
  return most
}

/** Whether `text` has too little markup to be over `maxMarkup`, however it stands: true for all but a few texts. */
export function isPlainlyWithin(text: string): boolean {
  const [brackets, emphasis] = [countBrackets(text), countEmphasis(text)]
  return (
    brackets <= maxMarkup.brackets &&
    emphasis <= maxMarkup.emphasis &&
    brackets ** 2 + emphasis ** 2 <= maxMarkup.squares &&
    countMark(text, '\n') < maxMarkup.underlines
  )
}

function countBrackets(text: string): number {
  return countMark(text, '[') + countMark(text, ']')
}

function countEmphasis(text: string): number {
  return countMark(text, '*') + countMark(text, '_') + countMark(text, '~')
}
