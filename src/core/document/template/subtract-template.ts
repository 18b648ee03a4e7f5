// A body minus the repository's own template: text that stands in the template answers nothing. Titles, labels without
// a value and unticked boxes stay: they give an answer its place.

import type { Block, Item, Line, List, Paragraph, Span } from '../block.ts'
import { paragraphToText } from '../block-text.ts'
import { itemText, normalizeWords, type TemplateWords } from './template-words.ts'

export interface Subtracted {
  /** The body's blocks; template text has become blocks of the kind `template`. */
  blocks: Block[]
  /** Where template text stood. */
  ranges: Span[]
}

/** Takes the template text out of `blocks`. */
export function subtractTemplate(blocks: readonly Block[], words: TemplateWords): Subtracted {
  const subtractor = new Subtractor(words)
  return { blocks: subtractor.subtract(blocks), ranges: subtractor.ranges }
}

class Subtractor {
  readonly ranges: Span[] = []
  private readonly words: TemplateWords
  private readonly longestBox: number

  constructor(words: TemplateWords) {
    this.words = words
    this.longestBox = [...words.boxes].reduce((most, { length }) => Math.max(most, length), 0)
  }

  subtract(blocks: readonly Block[]): Block[] {
    return blocks.flatMap((block): Block[] => {
      switch (block.kind) {
        case 'paragraph':
          return this.subtractParagraph(block)
        case 'list':
          return this.subtractList(block)
        case 'quote': {
          const [blocks, taken] = setApart(this.subtract(block.blocks))
          return blocks.length === 0 && taken.length > 0 ? taken : [{ ...block, blocks }, ...taken]
        }
        case 'details':
          return [{ ...block, blocks: this.subtract(block.blocks) }]
        case 'code':
          return this.isLine(block.value) ? [this.take(block)] : [block]
        case 'table': {
          const labels = new Set(block.header.map(({ text }) => text))
          return [
            { ...block, rows: block.rows.map((row) => row.map((cell) => this.subtractCell(cell, labels))) },
          ]
        }
        default:
          return [block]
      }
    })
  }

  private take({ start, end }: Span): Block {
    this.ranges.push({ start, end })
    return { kind: 'template', start, end }
  }

  private subtractParagraph(block: Paragraph): Block[] {
    const text = normalizeWords(paragraphToText(block))
    const isWhole = !block.lines.every(isStructure) && (this.isLine(text) || this.isInRun(text))
    if (isWhole) return [this.take(block)]
    const lines = block.lines.filter((line) => isStructure(line) || !this.isLine(line.text))
    if (lines.length === 0) return [this.take(block)]
    if (lines.length === block.lines.length) return this.cutLead(block, text)
    const kept = new Set(lines)
    const taken = block.lines.filter((line) => !kept.has(line)).map((line) => this.take(line))
    const [first, last] = [lines[0], lines.at(-1)]
    if (!first || !last) return taken
    return [...taken, { ...block, start: first.start, end: last.end, lines }].sort(
      (a, b) => a.start - b.start,
    )
  }

  /** An answer may go on in the paragraph of the question, which a merge has wrapped anew. */
  private cutLead(block: Paragraph, text: string): Block[] {
    const lead = this.words.paragraphs.find((each) => each.length >= minLead && text.startsWith(`${each} `))
    if (!lead) return [block]
    let left = lead.split(' ').length
    const lines: Line[] = []
    for (const line of block.lines) {
      const count = line.text.split(/\s+/).length
      if (left >= count) left -= count
      else if (left > 0) {
        const rest = line.text.split(/\s+/).slice(left).join(' ')
        lines.push({ ...line, text: rest, start: line.end - rest.length, strong: null })
        left = 0
      } else lines.push(line)
    }
    const [first] = lines
    if (!first) return [this.take(block)]
    return [this.take({ start: block.start, end: first.start }), { ...block, start: first.start, lines }]
  }

  private subtractList(block: List): Block[] {
    const plain = block.items.filter(({ checked }) => checked === null).map(itemText)
    const isPicked = this.words.lists.some(
      (list) => plain.length < list.size && plain.every((item) => list.has(item)),
    )
    const below: Block[] = []
    const items = block.items.flatMap((item) => {
      if (item.isDrafted) return [item]
      const [own, rest] = this.splitBox(item)
      const left = this.subtractItem(own, isPicked)
      const [blocks, taken] = setApart(left.blocks)
      below.push(...taken, ...(rest ? [rest] : []))
      return blocks.length === 0 && taken.length > 0 ? [] : [{ ...left, blocks }]
    })
    return items.length === 0 ? below : [{ ...block, items }, ...below]
  }

  /** Text right below a box of the template is no part of the box, though Markdown takes it for one. */
  private splitBox(item: Item): [Item, Paragraph | null] {
    const [first, ...others] = item.blocks
    if (item.checked === null || first?.kind !== 'paragraph' || this.words.boxes.has(itemText(item)))
      return [item, null]
    const count = this.countBoxLines(first.lines)
    const lines = first.lines.slice(0, count)
    const [next] = first.lines.slice(count)
    const last = lines.at(-1)
    if (!next || !last) return [item, null]
    const rest = { ...first, start: next.start, lines: first.lines.slice(count) }
    return [{ ...item, blocks: [{ ...first, end: last.end, lines }, ...others] }, rest]
  }

  /** How many of the first lines, the most but not all, are a box of the template. */
  private countBoxLines(lines: readonly Line[]): number {
    let count = 0
    let text = ''
    for (const [index, line] of lines.slice(0, -1).entries()) {
      text = `${text} ${normalizeWords(line.text)}`.trim()
      if (text.length > this.longestBox) break
      if (this.words.boxes.has(text)) count = index + 1
    }
    return count
  }

  private subtractItem(item: Item, isPicked: boolean): Item {
    const text = itemText(item)
    if (item.checked === null) return isPicked ? item : { ...item, blocks: this.subtract(item.blocks) }
    const own = item.blocks.filter(({ kind }) => kind !== 'list')
    const nested = this.subtract(item.blocks.filter(({ kind }) => kind === 'list'))
    const isAsked = this.words.boxes.has(text)
    // A box that the template ticks is ticked by nobody.
    const checked = this.words.tickedBoxes.has(text) ? false : item.checked
    return { ...item, checked, isAsked, blocks: [...own, ...nested].sort((a, b) => a.start - b.start) }
  }

  private subtractCell(cell: Line, labels: ReadonlySet<string>): Line {
    return !labels.has(cell.text) && this.isLine(cell.text) && normalizeWords(cell.text).split(' ').length > 2
      ? { ...cell, text: '' }
      : cell
  }

  private isLine(text: string): boolean {
    return this.words.lines.has(normalizeWords(text))
  }

  /** Short texts such as "No" are in every template by chance. */
  private isInRun(text: string): boolean {
    return text.split(' ').length >= minRun && this.words.run.includes(` ${text} `)
  }
}

/** A quote or an item is an answer as a whole: what the template wrote in it stands after it instead. */
function setApart(blocks: readonly Block[]): [own: Block[], taken: Block[]] {
  return [blocks.filter(({ kind }) => kind !== 'template'), blocks.filter(({ kind }) => kind === 'template')]
}

const minRun = 6
const minLead = 24

/** A label without a value or a bold line: what an answer stands under. */
function isStructure({ text, strong }: Line): boolean {
  return /[:：]$/.test(text) || strong?.text === text || /^\W*[^.!]{1,100}[?？]$/.test(text)
}
