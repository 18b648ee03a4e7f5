// The prompts section: the texts given to an AI, verbatim and in order. A quote, a fence, an item, a row or a
// labelled text is one prompt; paragraphs in a row are one prompt. Words about a prompt are not a prompt.

import type { Block, Item, List, Paragraph, Span, Table } from '../../document/block.ts'
import { isAnswer, paragraphToText } from '../../document/block-text.ts'
import { promptLabels } from '../../vocabulary/field-labels.ts'
import { findField } from '../find-field.ts'
import type { Passage } from '../passage.ts'
import { isDenial } from '../shapes/denial.ts'
import { splitLabel } from '../shapes/label-line.ts'
import { isPlaceholder } from '../shapes/placeholder.ts'
import { readCode, readVerbatim, type Verbatim } from '../shapes/verbatim.ts'

export interface StatedPrompt extends Span {
  kind: 'initial' | 'refinement'
  text: string
  result: string | null
  tool: string | null
}

/** Reads the prompts of `passages`, in order: the first is initial unless it is labelled otherwise. */
export function readPrompts(passages: readonly Passage[], source: string): StatedPrompt[] {
  const reader = new PromptReader(source)
  for (const passage of passages) {
    reader.announce(passage.title)
    reader.walk(passage.blocks)
    reader.endProse()
  }
  return reader.prompts
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

  walk(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => {
      if (block.kind !== 'paragraph') this.endProse()
      if (block.kind === 'heading') this.announce(block.text)
      else if (block.kind === 'paragraph') this.addParagraph(block, blocks[index + 1])
      else if (block.kind === 'quote') this.addQuote(block.blocks)
      else if (block.kind === 'code') this.addContent(readCode(block))
      else if (block.kind === 'list') this.addList(block)
      else if (block.kind === 'table') this.addTable(block)
      else if (block.kind === 'details') {
        this.announce(block.summary)
        this.walk(block.blocks)
      }
    })
    this.endProse()
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

  private addParagraph(block: Paragraph, next: Block | undefined): void {
    const [first] = block.lines
    const label = first ? splitLabel(first, this.source) : null
    const field = label && fieldOf(label.label)
    if (label && field) {
      this.endProse()
      this.label = field
      if (label.value === '') {
        const rest = block.lines[1]
        if (rest)
          this.addContent(readVerbatim(this.source, { start: rest.start, end: block.end }, first?.start))
      } else this.addLabelled(block, label.valueStart, first?.start ?? block.start)
      return
    }
    const text = paragraphToText(block)
    // "First I asked:" above a quote or a fence introduces it.
    const introduces = next && next.kind !== 'paragraph' && next.kind !== 'heading' && next.kind !== 'rule'
    if (introduces && (/[:：]$/.test(text) || next.kind !== 'list')) {
      this.endProse()
      this.announce(text)
      return
    }
    if (this.prose) this.prose.end = block.end
    else if (!isPlaceholder(text) && !paraphrase.test(text)) this.prose = { first: block, end: block.end }
  }

  /** A labelled value runs to the next labelled line of its paragraph. */
  private addLabelled(block: Paragraph, valueStart: number, containerStart: number): void {
    const nextLine = block.lines.slice(1).find((line) => {
      const found = splitLabel(line, this.source)
      return found !== null && fieldOf(found.label) !== null
    })
    this.addContent(
      readVerbatim(this.source, { start: valueStart, end: nextLine?.start ?? block.end }, containerStart),
    )
    if (!nextLine) return
    const lines = block.lines.slice(block.lines.indexOf(nextLine))
    this.addParagraph({ ...block, start: nextLine.start, lines }, undefined)
  }

  private addQuote(blocks: readonly Block[]): void {
    const [first, last] = [blocks[0], blocks.at(-1)]
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
    if (!first) return
    const line = first.kind === 'paragraph' ? first.lines[0] : undefined
    const isLabelled = line !== undefined && fieldOf(splitLabel(line, this.source)?.label ?? '') !== null
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
      return line !== undefined && fieldOf(splitLabel(line, this.source)?.label ?? '') !== null
    })
  }

  private addTable(block: Table): void {
    const fields = block.header.map((cell) => fieldOf(cell.text))
    const column = fields.findIndex(
      (field) => field === 'prompt' || field === 'initial' || field === 'refinement',
    )
    for (const row of block.rows) {
      const text = row[column === -1 ? row.length - 1 : column]
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

  /** Adds `found` as what `field` says: a prompt, or a part of the last one. */
  private addContent(found: Verbatim, field: PromptField | null = this.label): void {
    if (field !== 'initial' && field !== 'refinement') this.label = null
    if (
      found.text === '' ||
      isPlaceholder(found.text) ||
      isDenial(found.text, 'prompts') ||
      isLink(found.text)
    )
      return
    const last = this.prompts.at(-1)
    if (field === 'result' || field === 'tool') {
      if (last) last[field] = found.text
      return
    }
    const stated = field === 'initial' || field === 'refinement' ? field : null
    // A heading "Initial prompt" above several says it of the first.
    const kind =
      stated === 'initial' && last?.kind === 'initial' && this.label === 'initial' ? 'refinement' : stated
    this.prompts.push({
      ...found,
      kind: kind ?? (this.prompts.length === 0 ? 'initial' : 'refinement'),
      result: null,
      tool: null,
    })
    if (field === 'initial') this.label = null
  }
}

function fieldOf(label: string): PromptField | null {
  return findField(label, promptLabels) as PromptField | null
}

// "I asked Claude to …" tells of a prompt without giving it.
const paraphrase =
  /^(?:(?:i|we)(?: first| then| also)? (?:asked|told|prompted|instructed|used)|(?:asked|told|prompted|instructed)) /i

/** A prompt kept elsewhere is a link, not a text. */
function isLink(text: string): boolean {
  return /^(?:see |\[[^\]]*\]\()?<?https?:\/\/\S+$/i.test(text)
}
