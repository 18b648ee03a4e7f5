// Puts blocks between `<details>` and `</details>` into a details block. mdast leaves the tags as loose HTML
// nodes among the siblings they enclose; an element that is never closed ends with its siblings.

import type { Block, Line, Span } from './block.ts'
import { type HtmlPiece, readHtml } from './read-html.ts'

// Deeper elements are read as part of the deepest one: readers walk blocks recursively.
const maxDetails = 20

interface OpenDetails {
  start: number
  summary: string
  inSummary: boolean
  blocks: Block[]
}

export class DetailsBuilder {
  private readonly blocks: Block[] = []
  private readonly open: OpenDetails[] = []
  private end = 0

  add(block: Block): void {
    this.end = block.end
    const parent = this.open.at(-1)
    if (parent) parent.blocks.push(block)
    else this.blocks.push(block)
  }

  /** Adds the pieces of an HTML node that stands at `span` in `source`. */
  addHtml(value: string, span: Span, source: string): void {
    // The node's value lacks the indentation of the container it stands in; the source slice has the offsets.
    const slice = source.slice(span.start, span.end)
    for (const piece of readHtml(slice.length === value.length ? value : slice))
      this.addPiece(piece, span.start)
    this.end = span.end
  }

  finish(): Block[] {
    while (this.open.length > 0) this.close(this.end)
    return this.blocks
  }

  private addPiece(piece: HtmlPiece, offset: number): void {
    const parent = this.open.at(-1)
    if (piece.kind === 'text') {
      if (parent?.inSummary) parent.summary = `${parent.summary} ${piece.text.trim()}`.trim()
      else this.addText(piece, offset)
    } else if (piece.kind === 'details-close') this.close(offset + piece.end)
    else if (piece.kind === 'details-open') {
      if (this.open.length >= maxDetails) return
      this.open.push({ start: offset + piece.start, summary: '', inSummary: false, blocks: [] })
    } else if (parent) parent.inSummary = piece.kind === 'summary-open'
  }

  private addText(piece: { text: string; start: number; end: number }, offset: number): void {
    const lines: Line[] = []
    let start = offset + piece.start
    for (const raw of piece.text.split('\n')) {
      const text = raw.trim()
      const indent = raw.length - raw.trimStart().length
      if (text !== '') {
        const span = { start: start + indent, end: start + indent + text.length }
        lines.push({ ...span, text, strong: null, emphasisOnly: false, codeOnly: false, codes: [] })
      }
      start += raw.length + 1
    }
    const [first, last] = [lines[0], lines.at(-1)]
    if (first && last) this.add({ kind: 'paragraph', start: first.start, end: last.end, lines })
  }

  private close(end: number): void {
    const details = this.open.pop()
    if (!details) return
    const { start, summary, blocks } = details
    this.add({ kind: 'details', start, end, summary, blocks })
  }
}
