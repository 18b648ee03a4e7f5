// The passages under way while a document is walked: a stack, the outermost first.

import type { Block, Paragraph, Span } from '../../document/block.ts'
import type { TitleClass } from '../classify-title.ts'
import type { Passage } from '../passage.ts'

/** Levels of what announces: a heading's depth, then these. Nothing inside `<details>` closes what it announces. */
export const detailsLevel = 0
export const boldLevel = 7
export const labelLevel = 8

export interface OpenPassage extends Passage {
  level: number
  blocks: Block[]
  /** A label that has its value takes no further paragraphs. */
  closed: boolean
}

export class OpenPassages {
  /** All passages so far, in order of their start. */
  readonly passages: Passage[] = []
  /** The blocks that no passage holds. */
  readonly rest: Block[] = []
  private stack: OpenPassage[] = []

  get last(): OpenPassage | undefined {
    return this.stack.at(-1)
  }

  /** The innermost open section whose title outranks `level`. */
  section(level: number): OpenPassage | null {
    return this.stack.findLast((passage) => passage.level < level && passage.topic !== 'disclosure') ?? null
  }

  isInDisclosure(level: number): boolean {
    return this.stack.some((passage) => passage.topic === 'disclosure' && passage.level < level)
  }

  start(
    { topic }: TitleClass,
    title: string,
    form: Passage['form'],
    level: number,
    { start, end }: Span,
    blocks: Block[],
  ): void {
    for (const passage of this.stack) passage.end = Math.max(passage.end, end)
    const passage: OpenPassage = { topic, title, form, level, start, end, blocks, closed: false }
    this.stack.push(passage)
    this.passages.push(passage)
  }

  startLabel(found: TitleClass, label: string, span: Span, value: Paragraph | null): void {
    this.closeFrom(labelLevel)
    this.start(found, label, 'label', labelLevel, span, value ? [value] : [])
    if (this.last && value) this.last.closed = true
  }

  addContent(block: Block): void {
    const parent = this.last
    if (!parent) {
      this.rest.push(block)
      return
    }
    parent.blocks.push(block)
    for (const passage of this.stack) passage.end = Math.max(passage.end, block.end)
  }

  closeFrom(level: number): void {
    while ((this.last?.level ?? 0) >= level) this.stack.pop()
  }

  /** Runs `walk`: what opens in it closes with it, and nothing in it closes what is outside. */
  enclose(walk: () => void): void {
    const outside = this.stack
    this.stack = [...outside]
    walk()
    this.stack = outside
  }
}
