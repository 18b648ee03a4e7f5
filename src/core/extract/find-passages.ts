// Cuts a document into passages by what announces them: headings, bold lines, labels, `<details>` summaries
// and table rows. Nothing inside a quote, a fence or a comment announces anything.

import type {
  Block,
  Details,
  Heading,
  Item,
  Line,
  List,
  Paragraph,
  Rule,
  Span,
  Table,
} from '../document/block.ts'
import { classifyTitle, type TitleClass } from './classify-title.ts'
import type { Passage } from './passage.ts'
import { isSectionField } from './section-fields.ts'
import { isFooterLine } from './shapes/footer-line.ts'
import { isGenericTitle } from './shapes/generic-title.ts'
import { type LabelLine, splitByLabels, splitLabel } from './shapes/label-line.ts'
import { type Company, findCompany } from './title-company.ts'

/** The passages of `blocks`, in order of their start. */
export function findPassages(blocks: readonly Block[], source: string): Passage[] {
  const finder = new PassageFinder(source, findCompany(blocks, source))
  finder.walk(blocks)
  return finder.passages.sort((a, b) => a.start - b.start)
}

/** Levels of what announces: a heading's depth, then these. Nothing inside `<details>` closes what it announces. */
const detailsLevel = 0
const boldLevel = 7
const labelLevel = 8

interface OpenPassage extends Passage {
  level: number
  blocks: Block[]
  /** A label that has its value takes no further paragraphs. */
  closed: boolean
}

class PassageFinder {
  readonly passages: Passage[] = []
  private readonly source: string
  private readonly company: Company
  private open: OpenPassage[] = []

  constructor(source: string, company: Company) {
    this.source = source
    this.company = company
  }

  walk(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => {
      if (block.kind === 'heading') this.addHeading(block, blocks[index + 1])
      else if (block.kind === 'details') this.addDetails(block)
      else if (block.kind === 'rule') this.addRule(block)
      else if (block.kind === 'paragraph') this.addParagraph(block)
      else if (block.kind === 'list') this.addList(block)
      else if (block.kind === 'table') this.addTable(block)
      else this.addContent(block)
    })
  }

  /** A rule parts entries; at the end of a section it is no part of it. */
  private addRule(block: Rule): void {
    this.closeFrom(boldLevel)
    this.open.at(-1)?.blocks.push(block)
  }

  private addHeading(block: Heading, next: Block | undefined): void {
    this.closeFrom(block.depth)
    const found = this.classify(block.text, block.depth) ?? this.classifyShown(block.text, next)
    if (found && !this.isPart(found, block.text, block.depth)) {
      this.start(found, block.text, 'heading', block.depth, block, [])
    } else this.addContent(block)
  }

  private addDetails(block: Details): void {
    const section = this.section(labelLevel)
    const found = this.classify(block.summary, boldLevel)
    const isContent = section !== null && (found === null || this.isPart(found, block.summary, boldLevel))
    if (isContent && !this.holdsSections(block.blocks, section)) {
      this.addContent(block)
      return
    }
    // What opens inside the element closes with it, and nothing inside closes what is outside.
    const outside = this.open
    this.open = [...outside]
    if (found && !isContent) this.start(found, block.summary, 'details', detailsLevel, block, [])
    this.walk(block.blocks)
    this.open = outside
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
    const [first] = lines
    if (!first) return
    if (this.addBoldLine(lines, block)) return
    const paragraph = lines.length === block.lines.length ? block : { ...block, lines }
    // Lines below "AI disclosure: yes" in its paragraph belong to the disclosure.
    let isDisclosure = false
    const classes = new Map<string, TitleClass | null>()
    const accepts = (label: string, value: string) => {
      const found = isDisclosure ? classifyTitle(label) : this.classifyLabel(label, value)
      if (found?.topic === 'disclosure') isDisclosure = true
      classes.set(label, found)
      return found !== null
    }
    for (const part of splitByLabels(paragraph, this.source, accepts)) {
      const found = part.label === null ? null : classes.get(part.label)
      if (found && part.label !== null) this.startLabel(found, part.label, part, part.paragraph)
      else if (part.paragraph) {
        if (this.open.at(-1)?.closed) this.closeFrom(labelLevel)
        this.addContent(part.paragraph)
      }
    }
  }

  /** A paragraph that is one bold line titles what follows, as a heading would. */
  private addBoldLine(lines: readonly Line[], block: Paragraph): boolean {
    const [line] = lines
    if (lines.length !== 1 || !line?.strong || line.strong.text !== line.text) return false
    const found = this.classify(line.text, boldLevel)
    if (found && !this.isPart(found, line.text, boldLevel)) {
      // With a colon it is a label without a value, which `addParagraph` reads.
      if (/[:：]$/.test(line.text)) return false
      this.closeFrom(boldLevel)
      this.start(found, line.text, 'bold', boldLevel, block, [])
      return true
    }
    const parent = this.open.at(-1)
    const isSibling = parent !== undefined && (parent.form === 'bold' || parent.form === 'label')
    if (!isSibling || isGenericTitle(line.text) || isSectionField(parent.topic, line.text)) return false
    this.closeFrom(boldLevel)
    this.addContent(block)
    return true
  }

  private addList(block: List): void {
    const rest: Item[] = []
    for (const item of block.items) {
      const [first, ...others] = item.blocks
      const label = item.checked === false ? null : this.readItemLabel(item)
      const found = label && this.classifyItem(label.label)
      if (!label || !found || first?.kind !== 'paragraph') {
        rest.push(item)
        continue
      }
      const [part, ...more] = splitByLabels(first, this.source, (candidate) => candidate === label.label)
      const own = label.valueStart === first.end ? [] : [part, ...more]
      const parts = own.map((each) => each?.paragraph).filter((paragraph) => paragraph != null)
      this.startLabel(found, label.label, item, null)
      for (const content of [...parts, ...others]) this.addContent(content)
      this.closeFrom(labelLevel)
    }
    if (rest.length > 0)
      this.addContent(rest.length === block.items.length ? block : { ...block, items: rest })
  }

  /** The label an item starts with; a line above a nested list is one, with or without a colon. */
  private readItemLabel({ blocks: [first, second] }: Item): LabelLine | null {
    const line = first?.kind === 'paragraph' ? first.lines[0] : undefined
    if (!line || !first) return null
    const label = splitLabel(line, this.source)
    if (label || first.kind !== 'paragraph' || first.lines.length > 1) return label
    const introduces = second !== undefined && second.kind !== 'paragraph'
    return introduces ? { label: line.text, value: '', valueStart: first.end } : null
  }

  /** A table whose first column holds titles is a list of labels. */
  private addTable(block: Table): void {
    const [title] = block.header
    const isDisclosure = title !== undefined && classifyTitle(title.text)?.topic === 'disclosure'
    const classify = (label: string) => (isDisclosure ? classifyTitle(label) : this.classifyItem(label))
    const rows = [block.header, ...block.rows].map(([label, ...cells]) => ({
      label,
      cells,
      found: label ? classify(label.text) : null,
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

  private classifyLabel(label: string, value: string): TitleClass | null {
    const found = this.classify(label, labelLevel) ?? classifyPrompt(label, value)
    return found && !this.isPart(found, label, labelLevel) ? found : null
  }

  /** Items and cells label the parts of many a product, so they count for less than lines do. */
  private classifyItem(label: string): TitleClass | null {
    const found = this.classify(label, labelLevel)
    if (!found || this.isPart(found, label, labelLevel)) return null
    const namesAi = found.rank === 'strong' && (found.topic === 'tools' || found.topic === 'disclosure')
    return namesAi || this.company === 'titles' || this.isInDisclosure(labelLevel) ? found : null
  }

  private classify(title: string, level: number): TitleClass | null {
    const found = classifyTitle(title)
    if (!found || found.rank === 'strong' || this.isInDisclosure(level)) return found
    if (found.rank === 'telling') return this.company === null ? null : found
    return found.rank === 'name' && this.company === 'titles' ? found : null
  }

  /** Where a tool left its footer, "Prompt" above a quote or a fence is what was asked of it. */
  private classifyShown(title: string, next: Block | undefined): TitleClass | null {
    const isShown = next?.kind === 'quote' || next?.kind === 'code'
    const found = isShown && this.company === 'hint' ? classifyTitle(title) : null
    return found?.topic === 'prompts' ? found : null
  }

  private isInDisclosure(level: number): boolean {
    return this.open.some((passage) => passage.topic === 'disclosure' && passage.level < level)
  }

  /** The innermost open section whose title outranks `level`. */
  private section(level: number): OpenPassage | null {
    return this.open.findLast((passage) => passage.level < level && passage.topic !== 'disclosure') ?? null
  }

  /** In a section, its own topic, its fields and ordinary words name its parts. */
  private isPart(found: TitleClass, title: string, level: number): boolean {
    const section = this.section(level)
    if (!section) return false
    if (section.topic === found.topic || isSectionField(section.topic, title)) return true
    if (speaksForItself(found)) return false
    // Prompts are texts with titles of their own.
    const isLesson = found.topic === 'failures' || found.topic === 'corrections'
    return found.rank === 'weak' || (section.topic === 'prompts' && !isLesson)
  }
}

function speaksForItself({ rank }: TitleClass): boolean {
  return rank === 'strong' || rank === 'telling'
}

/** A line "Prompt:" above a text, or before what starts like one, is how prompts stand in commit messages. */
function classifyPrompt(label: string, value: string): TitleClass | null {
  const found = promptLine.test(label) ? classifyTitle(label) : null
  return found?.topic === 'prompts' && /^(?:$|["“'«`]|[^\p{Ll}\s])/u.test(value) ? found : null
}

const promptLine = /^(?:(?:additional |first |second |next |user )?prompts?|prompt was)$/i
