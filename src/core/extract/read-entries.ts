// Blocks of a section to entries, whatever they are written as: items, label lines, tables, sub-headings,
// details or prose. Prose without structure is one entry: splitting it would invent entries.

import type { Block, Code, Item, Line, List, Paragraph, Span, Table } from '../document/block.ts'
import { blocksToText, isAnswer, paragraphToText } from '../document/block-text.ts'
import type { FieldLabels } from '../vocabulary/field-labels.ts'
import type { Entry, FieldValue } from './entry.ts'
import { findField } from './find-field.ts'
import { isGenericTitle } from './shapes/generic-title.ts'
import { splitByLabels } from './shapes/label-line.ts'
import { isPlaceholder, isPlaceholderLine } from './shapes/placeholder.ts'
import { withoutColon } from './shapes/without-colon.ts'

/** Reads the entries of `blocks`; `labels` are the fields its entries have. Empty entries are left out. */
export function readEntries(blocks: readonly Block[], source: string, labels: FieldLabels): Entry[] {
  const reader = new EntryReader(source, labels)
  reader.walk(blocks)
  return reader.finish()
}

interface OpenEntry extends Span {
  title: string | null
  lines: Line[]
  fields: Map<string, FieldValue>
  codes: Code[]
  /** A field whose label had no value yet: the next blocks are its value. */
  pending: string | null
  isDrafted: boolean
  /** What started it decides what may still join it. */
  origin: 'title' | 'item' | 'prose'
}

class EntryReader {
  private readonly entries: OpenEntry[] = []
  private readonly source: string
  private readonly labels: FieldLabels
  private current: OpenEntry | null = null

  constructor(source: string, labels: FieldLabels) {
    this.source = source
    this.labels = labels
  }

  walk(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => {
      const next = blocks[index + 1]
      if (block.kind === 'heading') this.addTitle(block, block.text)
      else if (block.kind === 'paragraph') this.addParagraph(block, next)
      else if (block.kind === 'list') this.addList(block)
      else if (block.kind === 'table') this.addTable(block)
      else if (block.kind === 'code') this.addCode(block)
      else if (block.kind === 'quote') this.walk(block.blocks)
      else if (block.kind === 'details') {
        this.current = null
        if (block.summary !== '') this.addTitle(block, block.summary)
        this.walk(block.blocks)
        this.current = null
      } else this.current = null
    })
  }

  finish(): Entry[] {
    return this.entries.filter((entry) => entry.lines.length + entry.fields.size + entry.codes.length > 0)
  }

  private start(span: Span, origin: OpenEntry['origin'], title: string | null = null): OpenEntry {
    const entry: OpenEntry = {
      start: span.start,
      end: span.end,
      title,
      lines: [],
      fields: new Map(),
      codes: [],
      pending: null,
      isDrafted: false,
      origin,
    }
    this.entries.push(entry)
    this.current = entry
    return entry
  }

  private addTitle(span: Span, title: string): void {
    // "Attempt 2" counts entries; "Error" alone names a part of one.
    const field = isGenericTitle(title) && /\d/.test(title) ? null : findField(title, this.labels)
    if (field) this.addField(field, span, null)
    else this.start(span, 'title', title)
  }

  private addParagraph(block: Paragraph, next: Block | undefined): void {
    const [line] = block.lines
    if (block.lines.length === 1 && line?.strong && line.strong.text === line.text) {
      this.addTitle(block, line.text)
      return
    }
    // "Two things went wrong:" introduces the list below; it is not an entry.
    const introduces = next?.kind === 'list' && /[:：]$/.test(block.lines.at(-1)?.text ?? '')
    for (const part of splitByLabels(block, this.source, (label) => findField(label, this.labels) !== null)) {
      const field = part.label === null ? null : findField(part.label, this.labels)
      if (field) this.addField(field, part, part.paragraph)
      else if (part.paragraph && !(introduces && !this.current?.pending)) this.addText(part.paragraph)
    }
  }

  private addField(field: string, span: Span, value: Paragraph | null): void {
    const entry = this.current && !this.current.fields.has(field) ? this.current : this.start(span, 'prose')
    entry.end = Math.max(entry.end, span.end)
    entry.pending = value ? null : field
    if (value) this.setField(entry, field, paragraphToText(value), value)
  }

  private setField(entry: OpenEntry, field: string, text: string, span: Span): void {
    entry.end = Math.max(entry.end, span.end)
    if (!entry.isDrafted && (isPlaceholder(text) || nothing.test(text))) return
    const known = entry.fields.get(field)
    const joined = known ? `${known.text}\n${text}` : text
    entry.fields.set(field, { text: joined, start: known?.start ?? span.start, end: span.end })
  }

  private addText(paragraph: Paragraph): void {
    if (this.current?.pending) {
      this.setField(this.current, this.current.pending, paragraphToText(paragraph), paragraph)
      return
    }
    const lines = paragraph.lines.filter((line) => !isPlaceholderLine(line))
    if (lines.length === 0) return
    // A paragraph below a list of entries starts anew; below a title or other prose it goes on.
    const entry = this.current ?? this.start(paragraph, 'prose')
    entry.lines.push(...lines)
    entry.end = Math.max(entry.end, paragraph.end)
  }

  private addList(block: List): void {
    if (this.current?.pending) {
      this.setField(this.current, this.current.pending, blocksToText([block]), block)
      return
    }
    const titled = this.current?.origin === 'title' ? this.current : null
    for (const item of block.items.filter(isAnswer)) {
      const inTitled = item.isDrafted === undefined ? titled : null
      if (inTitled) this.current = inTitled
      else if (!this.joinsCurrent(item)) this.start(item, 'item')
      if (this.current) this.current.isDrafted = item.isDrafted === true
      this.addItem(item)
    }
    if (!titled) this.current = null
  }

  /** Items such as "Error: …", "Cause: …", "Fix: …" in a row are one entry; a repeated label starts the next. */
  private joinsCurrent(item: Item): boolean {
    if (item.isDrafted !== undefined) return false
    const field = this.fieldOf(item)
    const entry = this.current
    return field !== null && entry !== null && entry.lines.length === 0 && !entry.fields.has(field)
  }

  private fieldOf(item: Item): string | null {
    const [first] = item.blocks
    if (first?.kind !== 'paragraph') return null
    const [part] = splitByLabels(first, this.source, (label) => findField(label, this.labels) !== null)
    return part?.label ? findField(part.label, this.labels) : null
  }

  private addItem(item: Item): void {
    const entry = this.current
    item.blocks.forEach((block, index) => {
      if (index === 0 && entry && this.titles(entry, item)) return
      if (block.kind === 'list') this.addNestedList(block)
      else this.walk([block])
      if (entry) this.current = entry
    })
    if (!entry) return
    entry.end = Math.max(entry.end, item.end)
    entry.pending = null
  }

  /** A bold line above the rest of an item is the title of its entry. */
  private titles(entry: OpenEntry, item: Item): boolean {
    const [first] = item.blocks
    const [line] = first?.kind === 'paragraph' && first.lines.length === 1 ? first.lines : []
    const isTitle = line?.strong?.text === line?.text && item.blocks.length > 1 && entry.title === null
    if (!line || !isTitle || findField(line.text, this.labels) !== null) return false
    entry.title = withoutColon(line.text)
    return true
  }

  private addNestedList(block: List): void {
    const entry = this.current
    if (entry?.pending) {
      this.setField(entry, entry.pending, blocksToText([block]), block)
      entry.pending = null
      return
    }
    for (const item of block.items.filter(isAnswer)) {
      this.current = entry
      this.addItem(item)
    }
  }

  private addCode(block: Code): void {
    // People forget to indent a fence below the item it belongs to.
    const entry = this.current ?? this.entries.at(-1) ?? this.start(block, 'prose')
    entry.end = Math.max(entry.end, block.end)
    // A diff below a label that waits for a reason shows the change: it is no reason.
    const isChange = entry.pending === 'reason' && /^(?:diff|patch)$/i.test(block.lang ?? '')
    if (entry.pending && !isChange) this.setField(entry, entry.pending, block.value, block)
    else entry.codes.push(block)
  }

  private addTable(block: Table): void {
    const fields = block.header.map((cell) => findField(cell.text, this.labels))
    const keyed = [block.header, ...block.rows].map((row) =>
      row[0] ? findField(row[0].text, this.labels) : null,
    )
    if (isKeyValueTable(fields, keyed)) {
      this.addKeyValueTable([block.header, ...block.rows], keyed, block)
      return
    }
    for (const row of block.rows) this.addRow(row, fields)
    this.current = null
  }

  private addRow(row: readonly Line[], fields: readonly (string | null)[]): void {
    const cells = row.filter((cell) => !isPlaceholder(cell.text))
    const [first, last] = [cells[0], cells.at(-1)]
    if (!first || !last) return
    const entry = this.start({ start: first.start, end: last.end }, 'item')
    row.forEach((cell, index) => {
      const field = fields[index] ?? null
      if (field) this.setField(entry, field, cell.text, cell)
      else if (!isPlaceholder(cell.text) && !/^\d+$/.test(cell.text)) entry.lines.push(cell)
    })
  }

  private addKeyValueTable(
    rows: readonly (readonly Line[])[],
    fields: readonly (string | null)[],
    span: Span,
  ): void {
    const entry = this.current?.origin === 'title' ? this.current : this.start(span, 'item')
    rows.forEach(([, value], index) => {
      const field = fields[index] ?? null
      if (field && value) this.setField(entry, field, value.text, value)
    })
    this.current = null
  }
}

/** Whether the first column holds labels: all of it, when a label stands in the header too. */
function isKeyValueTable(header: readonly (string | null)[], keyed: readonly (string | null)[]): boolean {
  if (header.length !== 2 || header[1] !== null) return false
  return header[0] === null
    ? keyed.some((field) => field !== null)
    : keyed.length > 1 && !keyed.includes(null)
}

// A field without a value, said in a word.
const nothing = /^(?:[-–—]|n\/?a|none|nil|not applicable)[.\s]*$/i
