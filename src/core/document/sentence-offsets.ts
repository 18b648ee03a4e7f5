// From offsets in a paragraph's joined lines back to offsets in the source.

import type { Line } from './block.ts'

/** The offsets of one paragraph. They are asked for in rising order, so that all of them take one pass over its lines. */
export class SentenceOffsets {
  private readonly lines: readonly Line[]
  private readonly source: string
  private index = 0
  /** Where the line at `index` starts in the joined lines. */
  private from = 0

  /** `lines` are joined by one character each; they stand in `source`. */
  constructor(lines: readonly Line[], source: string) {
    this.lines = lines
    this.source = source
  }

  /** Where the character at `offset` of the joined lines stands in the source, as near as markup allows. */
  find(offset: number, side: 'start' | 'end'): number {
    let line = this.lines[this.index]
    while (line && offset > this.from + line.text.length && this.index < this.lines.length - 1) {
      this.from += line.text.length + 1
      this.index++
      line = this.lines[this.index]
    }
    if (!line) return 0
    const within = offset - this.from
    if (side === 'start' && within <= 0) return line.start
    if (side === 'end' && within >= line.text.length) return line.end
    return findWithin(line, within, side, this.source)
  }
}

/** Markup only adds characters: the words next to the offset are looked for from it on. */
function findWithin(line: Line, within: number, side: 'start' | 'end', source: string): number {
  const written = source.slice(line.start, line.end)
  if (written.length === line.text.length) return line.start + within
  const words =
    side === 'start'
      ? line.text.slice(within, within + 12)
      : line.text.slice(Math.max(0, within - 12), within)
  const found =
    words === '' ? -1 : written.indexOf(words, side === 'start' ? within : Math.max(0, within - 12))
  if (found < 0) return side === 'start' ? line.start : line.end
  return line.start + found + (side === 'start' ? 0 : words.length)
}
