// Passages that list items announce: "- AI tools used: Claude Code", and the labels nested below a box about AI.

import type { Block, Item, List, Paragraph, Span } from '../../document/block.ts'
import { paragraphToText } from '../../document/block-text.ts'
import { classifyTitle, type TitleClass } from '../classify-title.ts'
import { isSectionField } from '../section-fields.ts'
import { type LabelLine, splitByLabels, splitLabel } from '../shapes/label-line.ts'
import { labelLevel, type OpenPassages } from './open-passages.ts'
import type { TitlesInPlace } from './titles-in-place.ts'

export class ItemLabels {
  private readonly open: OpenPassages
  private readonly titles: TitlesInPlace
  private readonly source: string

  constructor(open: OpenPassages, titles: TitlesInPlace, source: string) {
    this.open = open
    this.titles = titles
    this.source = source
  }

  /** Adds `block`: its labelled items as passages, the others as content, and what is labelled inside those. */
  addList(block: List): void {
    const rest = block.items.filter((item) => item.isDrafted || !this.startItem(item))
    if (rest.length > 0) {
      this.open.addContent(rest.length === block.items.length ? block : { ...block, items: rest })
    }
    for (const item of rest) if (!item.isDrafted) this.addNested(item)
  }

  private startItem(item: Item): boolean {
    const [first, ...others] = item.blocks
    const label = item.checked === false ? null : this.readLabel(item)
    // A ticked box is a sentence, unless its label has a value.
    if (!label || first?.kind !== 'paragraph' || (item.checked !== null && label.value === '')) return false
    const found = this.titles.classifyItem(label.label)
    if (!found) return false
    const parts = splitByLabels(first, this.source, (candidate) => candidate === label.label)
    this.open.startLabel(found, label.label, item, null)
    if (label.valueStart !== first.end) {
      for (const { paragraph } of parts) if (paragraph) this.open.addContent(paragraph)
    }
    for (const content of others) this.open.addContent(content)
    this.open.closeFrom(labelLevel)
    return true
  }

  /** The label an item starts with; a line above a nested list is one, with or without a colon. */
  private readLabel({ blocks: [first, second] }: Item): LabelLine | null {
    const line = first?.kind === 'paragraph' ? first.lines[0] : undefined
    if (!line || !first) return null
    const label = splitLabel(line, this.source)
    if (label || first.kind !== 'paragraph' || first.lines.length > 1) return label
    const introduces = second !== undefined && second.kind !== 'paragraph'
    return introduces ? { label: line.text, value: '', valueStart: first.end } : null
  }

  /** What is labelled inside an item of a disclosure, or below a box about AI, answers its labels. */
  private addNested(item: Item): void {
    const [first, ...others] = item.blocks
    const isAi = item.checked !== null && first?.kind === 'paragraph' && aboutAi.test(paragraphToText(first))
    if (!isAi && !this.open.isInDisclosure(labelLevel)) return
    if (first?.kind === 'paragraph' && first.lines.length > 1) this.addLines(first)
    for (const block of others) {
      if (block.kind === 'paragraph') this.addLines(block)
      else if (block.kind === 'list') for (const inner of block.items) this.addNestedItem(inner)
    }
  }

  private addNestedItem(item: Item): void {
    const label = this.readLabel(item)
    const found = label && this.classifyNested(label.label)
    const [line, ...more] = item.blocks
    if (!label || !found || line?.kind !== 'paragraph') {
      this.addNested(item)
      return
    }
    const [part] = splitByLabels(line, this.source, (candidate) => candidate === label.label)
    this.addLabel(found, label.label, item, part?.paragraph ?? null, more)
  }

  private addLines(paragraph: Paragraph): void {
    const accepts = (label: string) => this.classifyNested(label) !== null
    for (const part of splitByLabels(paragraph, this.source, accepts)) {
      const found = part.label === null ? null : this.classifyNested(part.label)
      if (found && part.label !== null) this.addLabel(found, part.label, part, part.paragraph, [])
    }
  }

  /** "Prompt: 2" below a failed attempt is a field of it, not a prompt. */
  private classifyNested(label: string): TitleClass | null {
    const section = this.open.section(labelLevel)
    return section !== null && isSectionField(section.topic, label) ? null : classifyTitle(label)
  }

  private addLabel(
    found: TitleClass,
    label: string,
    span: Span,
    value: Paragraph | null,
    more: readonly Block[],
  ): void {
    this.open.startLabel(found, label, span, value)
    for (const block of more) this.open.addContent(block)
    this.open.closeFrom(labelLevel)
  }
}

const aboutAi = /\b(?:ai|llms?|genai|generative)\b/i
