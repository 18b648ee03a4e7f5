// The prompts section: the texts given to an AI, verbatim and in order. A quote, a fence, an item, a row, a
// labelled text or paragraphs in a row are one prompt. Words about a prompt are not a prompt.

import type { Block, Heading, Item, Line, List, Paragraph, Span, Table } from '../../document/block.ts'
import { isAnswer, paragraphToText } from '../../document/block-text.ts'
import { promptLabels } from '../../vocabulary/field-labels.ts'
import { findField } from '../find-field.ts'
import type { Passage } from '../passage.ts'
import { isDenial } from '../shapes/denial.ts'
import { splitLabel } from '../shapes/label-line.ts'
import { isPlaceholder } from '../shapes/placeholder.ts'
import { findPromptColumn } from '../shapes/prompt-column.ts'
import { announcesPrompts, isLink, isOnePrompt, tellsOfPrompt } from '../shapes/prompt-words.ts'
import { readCode, readVerbatim, type Verbatim } from '../shapes/verbatim.ts'
import { readDraftedPrompt } from './read-drafted-prompt.ts'

export interface StatedPrompt extends Span {
  kind: 'initial' | 'refinement'
  text: string
  result: string | null
  tool: string | null
}

/** Reads the prompts of `passages`, in order: the first is initial unless it is labelled otherwise. */
export function readPrompts(passages: readonly Passage[], source: string): StatedPrompt[] {
  const reader = new PromptReader(source)
  for (const { title, blocks } of passages) reader.readTitled(title, blocks)
  return reader.prompts.sort((a, b) => a.start - b.start)
}

/** Lines of a paragraph; `field` is undefined where none is labelled, and `start` is that of the value. */
interface LabelledText extends Span {
  field: PromptField | undefined
  containerStart: number
}

type PromptField = keyof typeof promptLabels

class PromptReader {
  readonly prompts: StatedPrompt[] = []
  private readonly source: string
  /** The label above what comes next; it names one prompt, or a list of them. */
  private label: PromptField | null = null
  private prose: { first: Paragraph; end: number } | null = null

  constructor(source: string) {
    this.source = source
  }

  /** Reads what stands under `title`: under "Prompt" all of it is one, under "Prompts" each part is. */
  readTitled(title: string, blocks: readonly Block[]): void {
    this.announce(title)
    const content = blocks.filter(({ kind }) => kind !== 'rule')
    const [first, last] = [content[0], content.at(-1)]
    if (
      first &&
      last &&
      isOnePrompt(title) &&
      content.every((block) => this.isPartOfPrompt(block)) &&
      !content.every(isShown)
    ) {
      this.addContent(readVerbatim(this.source, { start: first.start, end: last.end }))
    } else this.walk(blocks)
    this.label = null
  }

  walk(blocks: readonly Block[]): void {
    // Beside prompts that are shown, prose tells of them.
    const tells = blocks.some(isShown)
    let index = 0
    for (let block = blocks[0]; block; block = blocks[index]) {
      index++
      if (block.kind === 'paragraph') this.addParagraph(block, blocks[index], tells)
      else if (this.continuesProse(block)) continue
      else {
        this.endProse()
        if (block.kind === 'heading') index = this.addHeading(block, blocks, index)
        else this.addBlock(block)
      }
    }
    this.endProse()
  }

  private addBlock(block: Block): void {
    if (block.kind === 'quote') this.addQuote(block.blocks)
    else if (block.kind === 'code') this.addContent(readCode(block))
    else if (block.kind === 'list') this.addList(block)
    else if (block.kind === 'table') this.addTable(block)
    else if (block.kind === 'details') this.readTitled(block.summary, block.blocks)
  }

  /** Bullets below a sentence go on with it. */
  private continuesProse(block: Block): boolean {
    if (!this.prose || block.kind !== 'list' || block.ordered || this.holdsFields(block)) return false
    this.prose.end = block.end
    return true
  }

  /** Reads a sub-heading with all below it; gives the index of the next heading. */
  private addHeading(block: Heading, blocks: readonly Block[], start: number): number {
    let end = start
    while (end < blocks.length && blocks[end]?.kind !== 'heading') end++
    this.readTitled(block.text, blocks.slice(start, end))
    return end
  }

  /** A label, a sub-heading, a quote or a table tells prompts apart; other blocks may all belong to one. */
  private isPartOfPrompt(block: Block): boolean {
    if (block.kind === 'paragraph') return !block.lines.some((line) => this.isLabelled(line))
    if (block.kind === 'list') return !this.holdsFields(block)
    return block.kind === 'code'
  }

  private isLabelled(line: Line): boolean {
    return fieldOf(splitLabel(line, this.source)?.label ?? '') !== null
  }

  /** Notes a title; what follows is what it says. */
  announce(title: string): void {
    const field = fieldOf(title)
    if (field) this.label = field
    else if (/\b(?:refine|follow.?up|iterat|additional|subsequent|correction)/i.test(title))
      this.label = 'refinement'
    else if (/\b(?:initial|original|first)\b/i.test(title)) this.label = 'initial'
    else this.label = null
  }

  endProse(): void {
    if (!this.prose) return
    const { first, end } = this.prose
    this.prose = null
    this.addContent(readVerbatim(this.source, { start: first.start, end }))
  }

  private addParagraph(block: Paragraph, next: Block | undefined, tells: boolean): void {
    const parts = this.splitLabelled(block)
    const [first] = parts
    if (first?.field === undefined) {
      if (parts.length < 2) this.addProse(block, next, tells)
      else if (first) this.addProse({ ...block, end: first.end }, undefined, tells)
    }
    for (const { field, start, end, containerStart } of parts) {
      if (field === undefined) continue
      this.endProse()
      this.label = field
      if (start < end) this.addContent(readVerbatim(this.source, { start, end }, containerStart))
    }
  }

  /** The lines of a paragraph up to each that has a label; what a bold label nobody knows says is left out. */
  private splitLabelled(block: Paragraph): LabelledText[] {
    const parts: LabelledText[] = []
    for (const line of block.lines) {
      const label = splitLabel(line, this.source)
      const field = label === null ? null : fieldOf(label.label)
      const open = parts.at(-1)
      if (label && field) {
        const start = label.value === '' ? line.end : label.valueStart
        parts.push({ field, start, end: line.end, containerStart: line.start })
      } else if (open?.field !== undefined && label && line.strong) {
        parts.push({ field: undefined, start: line.start, end: line.end, containerStart: line.start })
      } else if (open) {
        if (open.start === open.end && open.field !== undefined) open.start = line.start
        open.end = line.end
      } else parts.push({ field: undefined, start: line.start, end: line.end, containerStart: line.start })
    }
    return parts
  }

  private addProse(block: Paragraph, next: Block | undefined, tells: boolean): void {
    const text = paragraphToText(block)
    // "First I asked:" above a quote or a fence introduces it.
    const introduces = next && next.kind !== 'paragraph' && next.kind !== 'heading' && next.kind !== 'rule'
    if (introduces && (next.kind !== 'list' || /[:：]$/.test(text) || announcesPrompts(text))) {
      this.endProse()
      this.announce(text)
      return
    }
    if (tells) return
    if (this.prose) this.prose.end = block.end
    else if (!isPlaceholder(text) && !tellsOfPrompt(text)) this.prose = { first: block, end: block.end }
  }

  private addQuote(blocks: readonly Block[]): void {
    const content = blocks.filter(({ kind }) => kind !== 'rule')
    const [first, last] = [content[0], content.at(-1)]
    if (first && last) this.addContent(readVerbatim(this.source, { start: first.start, end: last.end }))
  }

  private addList(block: List): void {
    const label = this.label
    for (const item of block.items.filter(isAnswer)) {
      this.label = label
      this.addItem(item)
    }
    this.label = null
  }

  private addItem(item: Item): void {
    const [first, ...rest] = item.blocks
    const drafted = item.isDrafted && readDraftedPrompt(item.blocks, this.source)
    if (drafted) this.push(drafted, drafted.kind)
    if (!first || drafted) return
    const line = first.kind === 'paragraph' ? first.lines[0] : undefined
    const isLabelled = line !== undefined && this.isLabelled(line)
    const shown = item.blocks.some(({ kind }) => kind === 'quote' || kind === 'code')
    const nested = rest.some((block) => block.kind === 'list' && this.holdsFields(block))
    const introduced = line !== undefined && shown && /[:：]$/.test(line.text)
    if (isLabelled || nested || introduced || (shown && first.kind !== 'paragraph')) {
      this.walk(nested && !isLabelled && !introduced ? this.splitNested(item) : item.blocks)
      return
    }
    const last = item.blocks.at(-1) ?? first
    this.addContent(readVerbatim(this.source, { start: first.start, end: last.end }))
  }

  /** The item's own text as one prompt, then the lists of labelled prompts nested in it. */
  private splitNested(item: Item): readonly Block[] {
    const own = item.blocks.filter((block) => !(block.kind === 'list' && this.holdsFields(block)))
    const [first, last] = [own[0], own.at(-1)]
    if (first && last) this.addContent(readVerbatim(this.source, { start: first.start, end: last.end }))
    return item.blocks.filter((block) => !own.includes(block))
  }

  private holdsFields(list: List): boolean {
    return list.items.some(({ blocks: [first] }) => {
      const line = first?.kind === 'paragraph' ? first.lines[0] : undefined
      return line !== undefined && this.isLabelled(line)
    })
  }

  private addTable(block: Table): void {
    const fields = block.header.map((cell) => fieldOf(cell.text))
    const column = findPromptColumn(
      block,
      fields.map((field) => field === 'prompt' || isKind(field)),
    )
    for (const row of block.rows) {
      const text = row[column]
      if (!text) continue
      fields.forEach((field, index) => {
        if (field === 'kind') this.announce(row[index]?.text ?? '')
      })
      this.addContent(readVerbatim(this.source, text))
      fields.forEach((field, index) => {
        const cell = row[index]
        if ((field === 'result' || field === 'tool') && cell)
          this.addContent(readVerbatim(this.source, cell), field)
      })
    }
  }

  /** "None" is an answer; "No, this made it worse" is one only where nothing else is said. */
  private isDenied(text: string, field: PromptField | null): boolean {
    return (
      isDenial(text, 'prompts') && (!/[,;:]\s/.test(text) || (!isKind(field) && this.prompts.length === 0))
    )
  }

  /** Adds `found` as what `field` says: a prompt, or a part of the last one. */
  private addContent(found: Verbatim, field: PromptField | null = this.label): void {
    if (!isKind(field)) this.label = null
    if (
      found.text === '' ||
      isPlaceholder(found.text) ||
      this.isDenied(found.text, field) ||
      isLink(found.text)
    )
      return
    const last = this.prompts.at(-1)
    if (field === 'result' || field === 'tool') {
      if (last) last[field] = found.text
      return
    }
    const stated = isKind(field) ? field : null
    // A heading "Initial prompt" above several says it of the first.
    const kind =
      stated === 'initial' && last?.kind === 'initial' && this.label === 'initial' ? 'refinement' : stated
    this.push(found, kind)
    if (field === 'initial') this.label = null
  }

  private push(found: Verbatim, stated: StatedPrompt['kind'] | null): void {
    const kind = stated ?? (this.prompts.length === 0 ? 'initial' : 'refinement')
    this.prompts.push({ ...found, kind, result: null, tool: null })
  }
}

function isKind(field: PromptField | null): field is StatedPrompt['kind'] {
  return field === 'initial' || field === 'refinement'
}

function isShown({ kind }: Block): boolean {
  return kind === 'quote' || kind === 'code'
}

function fieldOf(label: string): PromptField | null {
  return findField(label, promptLabels) as PromptField | null
}
