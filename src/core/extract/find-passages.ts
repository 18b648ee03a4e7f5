// Cuts a document into passages by what announces them: headings, bold lines, labels, `<details>` summaries
// and table rows. Nothing inside a quote, a fence or a comment announces anything.

import type { Block, Details, Item, Line, List, Paragraph, Span, Table } from '../document/block.ts'
import { classifyTitle, type TitleClass } from './classify-title.ts'
import type { Passage } from './passage.ts'
import { isFooterLine } from './shapes/footer-line.ts'
import { splitByLabels, splitLabel } from './shapes/label-line.ts'
import { hasCompany } from './title-company.ts'

/** The passages of `blocks`, in order of their start. */
export function findPassages(blocks: readonly Block[], source: string): Passage[] {
  const finder = new PassageFinder(source, hasCompany(blocks, source))
  finder.walk(blocks)
  return finder.passages.sort((a, b) => a.start - b.start)
}

/** Levels of what announces: a heading's depth, then these. */
export const boldLevel = 7
export const labelLevel = 8

interface OpenPassage extends Passage {
  level: number
  blocks: Block[]
  /** A label that has its value takes no further paragraphs. */
  closed: boolean
}

class PassageFinder {
  readonly passages: Passage[] = []
  private readonly source: string
  private readonly company: boolean
  private open: OpenPassage[] = []

  constructor(source: string, company: boolean) {
    this.source = source
    this.company = company
  }

  walk(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'heading') this.addHeading(block)
      else if (block.kind === 'details') this.addDetails(block)
      else if (block.kind === 'rule') this.closeFrom(boldLevel)
      else if (block.kind === 'paragraph') this.addParagraph(block)
      else if (block.kind === 'list') this.addList(block)
      else if (block.kind === 'table') this.addTable(block)
      else this.addContent(block)
    }
  }

  private addHeading(block: Block & { kind: 'heading' }): void {
    const found = this.classify(block.text, block.depth)
    this.closeFrom(block.depth)
    if (found) this.start(found, block.text, 'heading', block.depth, block, [])
    else this.addContent(block)
  }

  private addDetails(block: Details): void {
    const parent = this.open.at(-1)
    const found = this.classify(block.summary, boldLevel)
    const isContent =
      parent && parent.topic !== 'disclosure' && parent.topic === (found?.topic ?? parent.topic)
    if (isContent) {
      this.addContent(block)
      return
    }
    // What opens inside the element closes with it, and nothing inside closes what is outside.
    const outside = this.open
    this.open = [...outside]
    if (found) this.start(found, block.summary, 'details', boldLevel, block, [])
    this.walk(block.blocks)
    this.open = outside
  }

  private addParagraph(block: Paragraph): void {
    const lines = block.lines.filter((line) => !isFooterLine(line.text))
    const [first] = lines
    if (!first) return
    const paragraph = lines.length === block.lines.length ? block : { ...block, lines }
    const bold = this.classifyBoldLine(lines)
    if (bold) {
      this.closeFrom(boldLevel)
      this.start(bold, first.text, 'bold', boldLevel, block, [])
      return
    }
    const accepts = (label: string) => this.classifyLabel(label) !== null
    for (const part of splitByLabels(paragraph, this.source, accepts)) {
      const found = part.label === null ? null : this.classifyLabel(part.label)
      if (found && part.label !== null) this.startLabel(found, part.label, part, part.paragraph)
      else if (part.paragraph) {
        if (this.open.at(-1)?.closed) this.closeFrom(labelLevel)
        this.addContent(part.paragraph)
      }
    }
  }

  private addList(block: List): void {
    const rest: Item[] = []
    for (const item of block.items) {
      const [first, ...others] = item.blocks
      const line = first?.kind === 'paragraph' ? first.lines[0] : undefined
      const label = line && item.checked !== false ? splitLabel(line, this.source) : null
      const found = label && this.classifyLabel(label.label)
      if (!label || !found || first?.kind !== 'paragraph') {
        rest.push(item)
        continue
      }
      const [part, ...more] = splitByLabels(first, this.source, (candidate) => candidate === label.label)
      const parts = [part?.paragraph, ...more.map((other) => other.paragraph)].filter((p) => p != null)
      this.startLabel(found, label.label, item, null)
      for (const content of [...parts, ...others]) this.addContent(content)
      this.closeFrom(labelLevel)
    }
    if (rest.length > 0)
      this.addContent(rest.length === block.items.length ? block : { ...block, items: rest })
  }

  /** A table whose first column holds titles is a list of labels. */
  private addTable(block: Table): void {
    const rows = [block.header, ...block.rows].map(([label, ...cells]) => ({
      label,
      cells,
      found: label ? this.classifyLabel(label.text) : null,
    }))
    if (rows.filter((row) => row.found).length < 2 || block.header.length !== 2) {
      this.addContent(block)
      return
    }
    for (const { label, cells, found } of rows) {
      if (!label || !found) continue
      this.startLabel(found, label.text, { start: label.start, end: cells.at(-1)?.end ?? label.end }, null)
      for (const cell of cells)
        this.addContent({ kind: 'paragraph', start: cell.start, end: cell.end, lines: [cell] })
      this.closeFrom(labelLevel)
    }
  }

  private addContent(block: Block): void {
    const parent = this.open.at(-1)
    if (!parent) return
    parent.blocks.push(block)
    for (const passage of this.open) passage.end = Math.max(passage.end, block.end)
  }

  private startLabel(
    found: TitleClass,
    label: string,
    span: { start: number; end: number },
    value: Paragraph | null,
  ) {
    this.closeFrom(labelLevel)
    this.start(found, label, 'label', labelLevel, span, value ? [value] : [])
    const opened = this.open.at(-1)
    if (opened && value) opened.closed = true
  }

  private start(
    found: TitleClass,
    title: string,
    form: Passage['form'],
    level: number,
    { start, end }: Span,
    blocks: Block[],
  ): void {
    for (const passage of this.open) passage.end = Math.max(passage.end, end)
    const passage: OpenPassage = { topic: found.topic, title, form, level, start, end, blocks, closed: false }
    this.open.push(passage)
    this.passages.push(passage)
  }

  private closeFrom(level: number): void {
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop()
  }

  /** A paragraph that is one bold line without a colon titles what follows, as a heading would. */
  private classifyBoldLine(lines: readonly Line[]): TitleClass | null {
    const [line] = lines
    if (lines.length !== 1 || !line?.strong || line.strong.text !== line.text) return null
    const parent = this.open.at(-1)
    const isField = parent && parent.topic !== 'disclosure' && parent.level < boldLevel
    return isField || /[:：]$/.test(line.text) ? null : this.classify(line.text, boldLevel)
  }

  /** In a section that has a title of its own, labels are its fields. */
  private classifyLabel(label: string): TitleClass | null {
    const parent = this.open.at(-1)
    const isField = parent && parent.topic !== 'disclosure' && parent.level < labelLevel
    return isField ? null : this.classify(label, labelLevel)
  }

  private classify(title: string, level: number): TitleClass | null {
    const found = classifyTitle(title)
    if (!found || found.rank === 'strong') return found
    const inDisclosure = this.open.some((passage) => passage.topic === 'disclosure' && passage.level < level)
    return inDisclosure || (this.company && found.rank === 'name') ? found : null
  }
}
