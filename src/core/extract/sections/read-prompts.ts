// The prompts section: the texts given to an AI, verbatim and in order. A quote, a fence, an item, a row or a
// labelled text is one prompt; paragraphs in a row are one prompt. Words about a prompt are not a prompt.

import type { Block, Heading, Item, Line, List, Paragraph, Span, Table } from '../../document/block.ts'
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
    reader.readTitled(passage.title, passage.blocks)
  }
  return reader.prompts.sort((a, b) => a.start - b.start)
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
    while (index < blocks.length) {
      const block = blocks[index]
      if (!block) break
      const next = blocks[index + 1]
      index++
      if (block.kind !== 'paragraph') this.endProse()
      if (block.kind === 'heading') index = this.addHeading(block, blocks, index)
      else if (block.kind === 'paragraph') this.addParagraph(block, next, tells)
      else if (block.kind === 'quote') this.addQuote(block.blocks)
      else if (block.kind === 'code') this.addContent(readCode(block))
      else if (block.kind === 'list') this.addList(block)
      else if (block.kind === 'table') this.addTable(block)
      else if (block.kind === 'details') this.readTitled(block.summary, block.blocks)
    }
    this.endProse()
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
    if (tells) return
    if (this.prose) this.prose.end = block.end
    else if (!isPlaceholder(text) && !paraphrase.test(text)) this.prose = { first: block, end: block.end }
  }

  /** A labelled value runs to the next labelled line of its paragraph. */
  private addLabelled(block: Paragraph, valueStart: number, containerStart: number): void {
    const nextLine = block.lines.slice(1).find((line) => {
      const found = splitLabel(line, this.source)
      return found !== null && (line.strong !== null || fieldOf(found.label) !== null)
    })
    this.addContent(
      readVerbatim(this.source, { start: valueStart, end: nextLine?.start ?? block.end }, containerStart),
    )
    if (!nextLine) return
    const lines = block.lines.slice(block.lines.indexOf(nextLine))
    this.addParagraph({ ...block, start: nextLine.start, lines }, undefined, false)
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
    if (!first) return
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
    const column = findPromptColumn(block, fields)
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

/** The column of prompts: the one that says so, the only one, or the one beside numbers; -1 when there is none. */
function findPromptColumn({ header, rows }: Table, fields: readonly (PromptField | null)[]): number {
  const named = fields.findIndex((field) => field !== null && promptFields.has(field))
  if (named !== -1 || header.length === 1) return Math.max(named, 0)
  const isCounted = header.length === 2 && rows.every(([first]) => /^(?:#?\d+\.?)?$/.test(first?.text ?? ''))
  return isCounted ? 1 : -1
}

const promptFields = new Set<PromptField>(['prompt', 'initial', 'refinement'])

function isShown({ kind }: Block): boolean {
  return kind === 'quote' || kind === 'code'
}

/** "Initial prompt" and "Refinement 2" title one prompt, "Prompts" and "Refinements" several. */
function isOnePrompt(title: string): boolean {
  return !/\b(?:prompts|refinements|follow-?ups|requests|iterations|conversation|history|log)\b/i.test(title)
}

function fieldOf(label: string): PromptField | null {
  return findField(label, promptLabels) as PromptField | null
}

// "I asked Claude to …" tells of a prompt without giving it.
const paraphrase =
  /^(?:(?:not|none|no prompts?)(?: were| was)? (?:kept|saved|recorded|stored|preserved|available)\b|(?:i|we)(?: first| then| also)? (?:asked|told|prompted|instructed|used) |(?:asked|told|prompted|instructed) )/i

/** A prompt kept elsewhere is a link, not a text. */
function isLink(text: string): boolean {
  return /^(?:see |\[[^\]]*\]\()?<?https?:\/\/\S+$/i.test(text)
}
