// Cuts a document into passages by what announces them: headings, bold lines, labels, `<details>` summaries
// and table rows. Nothing inside a quote, a fence or a comment announces anything.

import type { Block, Details, Heading, Line, Paragraph, Quote, Rule, Table } from '../document/block.ts'
import { paragraphToText } from '../document/block-text.ts'
import { classifyTitle, type TitleClass } from './classify-title.ts'
import type { Passage } from './passage.ts'
import { ItemLabels } from './passages/item-labels.ts'
import { boldLevel, detailsLevel, labelLevel, OpenPassages } from './passages/open-passages.ts'
import { speaksForItself, TitlesInPlace } from './passages/titles-in-place.ts'
import { isSectionField } from './section-fields.ts'
import { isFooterLine } from './shapes/footer-line.ts'
import { isGenericTitle } from './shapes/generic-title.ts'
import { splitByLabels, splitLabel } from './shapes/label-line.ts'
import { introducesAnswer, isNarrative } from './shapes/prompt-intro.ts'
import { findCompany } from './title-company.ts'

/** The passages of `blocks`, in order of their start, and the `rest`: the blocks that no passage holds. */
export function findPassages(
  blocks: readonly Block[],
  source: string,
): { passages: Passage[]; rest: readonly Block[] } {
  const open = new OpenPassages()
  const titles = new TitlesInPlace(open, findCompany(blocks, source))
  new PassageFinder(open, titles, source).walk(blocks)
  return { passages: open.passages.sort((a, b) => a.start - b.start), rest: open.rest }
}

class PassageFinder {
  private readonly open: OpenPassages
  private readonly titles: TitlesInPlace
  private readonly items: ItemLabels
  private readonly source: string

  constructor(open: OpenPassages, titles: TitlesInPlace, source: string) {
    this.open = open
    this.titles = titles
    this.items = new ItemLabels(open, titles, source)
    this.source = source
  }

  walk(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => {
      if (block.kind === 'heading') this.addHeading(block, blocks[index + 1])
      else if (block.kind === 'details') this.addDetails(block)
      else if (block.kind === 'rule') this.addRule(block)
      else if (block.kind === 'paragraph') this.addParagraph(block)
      else if (block.kind === 'list') this.items.addList(block)
      else if (block.kind === 'table') this.addTable(block)
      else if (block.kind === 'quote' && this.isDisclosure(block)) this.walk(block.blocks)
      else this.open.addContent(block)
    })
  }

  /** A rule parts entries; at the end of a section it is no part of it. */
  private addRule(block: Rule): void {
    this.open.closeFrom(boldLevel)
    this.open.last?.blocks.push(block)
  }

  private addHeading(block: Heading, next: Block | undefined): void {
    this.open.closeFrom(block.depth)
    const found = this.titles.classify(block.text, block.depth) ?? this.titles.classifyShown(block.text, next)
    if (found && !this.titles.isPart(found, block.text, block.depth)) {
      this.open.start(found, block.text, 'heading', block.depth, block, [])
    } else this.open.addContent(block)
  }

  private addDetails(block: Details): void {
    const section = this.open.section(labelLevel)
    const found = this.titles.classify(block.summary, boldLevel)
    const isPart = found === null || this.titles.isPart(found, block.summary, boldLevel)
    if (section !== null && isPart && !this.holdsSections(block.blocks, section)) {
      this.open.addContent(block)
      return
    }
    this.open.enclose(() => {
      if (found && !(section !== null && isPart)) {
        this.open.start(found, block.summary, 'details', detailsLevel, block, [])
      }
      this.walk(block.blocks)
    })
  }

  /** An element that is never closed swallows the sections below it. */
  private holdsSections(blocks: readonly Block[], section: Passage): boolean {
    return blocks.some((block) => {
      if (block.kind !== 'heading') return false
      const found = classifyTitle(block.text)
      return found !== null && speaksForItself(found) && found.topic !== section.topic
    })
  }

  private addParagraph(block: Paragraph): void {
    const lines = block.lines.filter((line) => !isFooterLine(line.text))
    if (lines.length === 0) return
    this.endShownPrompt()
    if (this.addBoldLine(lines, block)) return
    const paragraph = lines.length === block.lines.length ? block : { ...block, lines }
    // Lines below "AI disclosure: yes" in its paragraph belong to the disclosure.
    let isDisclosure = false
    const classes = new Map<string, TitleClass | null>()
    const accepts = (label: string, value: string) => {
      const found = isDisclosure ? classifyTitle(label) : this.titles.classifyLabel(label, value)
      if (found?.topic === 'disclosure') isDisclosure = true
      classes.set(label, found)
      return found !== null
    }
    for (const part of splitByLabels(paragraph, this.source, accepts)) {
      const found = part.label === null ? null : classes.get(part.label)
      if (found && part.label !== null) this.open.startLabel(found, part.label, part, part.paragraph)
      else if (part.paragraph) {
        if (this.open.last?.closed || this.isAfterPrompt(part.paragraph)) this.open.closeFrom(labelLevel)
        this.open.addContent(part.paragraph)
      }
    }
  }

  /** Below "Prompt:" a quote or a fence is all of it. */
  private endShownPrompt(): void {
    const { last } = this.open
    if (last?.topic !== 'prompts' || last.form !== 'label') return
    const [first] = last.blocks
    if (first?.kind === 'quote' || first?.kind === 'code') this.open.closeFrom(labelLevel)
  }

  /** Text below "Prompt:" goes on up to where its author tells what came of it. */
  private isAfterPrompt(paragraph: Paragraph): boolean {
    const { last } = this.open
    if (last?.topic !== 'prompts' || last.form !== 'label' || last.blocks.length === 0) return false
    const text = paragraphToText(paragraph)
    return isNarrative(text) || introducesAnswer(text)
  }

  /** A paragraph that is one bold line titles what follows, as a heading would. */
  private addBoldLine(lines: readonly Line[], block: Paragraph): boolean {
    const [line] = lines
    if (lines.length !== 1 || !line?.strong || line.strong.text !== line.text) return false
    const found = this.titles.classify(line.text, boldLevel)
    if (found && !this.titles.isPart(found, line.text, boldLevel)) {
      // With a colon it is a label without a value, which `addParagraph` reads.
      if (/[:：]$/.test(line.text)) return false
      this.open.closeFrom(boldLevel)
      this.open.start(found, line.text, 'bold', boldLevel, block, [])
      return true
    }
    const parent = this.open.last
    const isSibling = parent !== undefined && (parent.form === 'bold' || parent.form === 'label')
    if (!isSibling || isGenericTitle(line.text) || isSectionField(parent.topic, line.text)) return false
    this.open.closeFrom(boldLevel)
    this.open.addContent(block)
    return true
  }

  /** A quote that starts with the label of a disclosure and goes on in the first person is the author's own. */
  private isDisclosure({ blocks: [first] }: Quote): boolean {
    if (first?.kind !== 'paragraph' || !/\b(?:I|we|my)\b/.test(paragraphToText(first))) return false
    const [line] = first.lines
    const label = line ? splitLabel(line, this.source) : null
    const found = label && classifyTitle(label.label)
    return found?.topic === 'disclosure' && found.rank === 'strong'
  }

  /** A table whose first column holds titles is a list of labels. */
  private addTable(block: Table): void {
    const [title] = block.header
    const isDisclosure = title !== undefined && classifyTitle(title.text)?.topic === 'disclosure'
    const classify = (label: string) =>
      isDisclosure ? classifyTitle(label) : this.titles.classifyItem(label)
    const rows = [block.header, ...block.rows].map(([label, ...cells]) => ({
      label,
      cells,
      found: label ? classify(label.text) : null,
    }))
    if (rows.filter((row) => row.found).length < 2 || block.header.length !== 2) {
      this.open.addContent(block)
      return
    }
    for (const { label, cells, found } of rows) {
      if (!label || !found) continue
      const end = cells.at(-1)?.end ?? label.end
      this.open.startLabel(found, label.text, { start: label.start, end }, null)
      for (const cell of cells)
        this.open.addContent({ kind: 'paragraph', start: cell.start, end: cell.end, lines: [cell] })
      this.open.closeFrom(labelLevel)
    }
  }
}
