// Reads from a description whether its author lets the record train models, and takes those lines out of it: they are
// about the record, not about the work.

import type { Block, Item, Line, List, Paragraph, Span, Table } from '../document/block.ts'
import { blocksToText } from '../document/block-text.ts'
import { isFooterLine } from '../extract/shapes/footer-line.ts'
import { type LabelLine, splitLabel } from '../extract/shapes/label-line.ts'
import { type ConsentField, findConsentField, isRefusal, readSentence } from './find-consent-field.ts'
import { type Answer, readAnswer, readScope } from './read-answer.ts'

interface StatedConsent extends Answer, Span {}

export interface ConsentReading {
  /** Null when the author says nothing plain: silence and boxes left open are no answer. */
  consent: StatedConsent | null
  /** The blocks without those about consent. */
  blocks: readonly Block[]
}

/** Reads `blocks`, which stand in `source` and hold no text of the repository's template. A no outweighs a yes. */
export function readConsent(blocks: readonly Block[], source: string): ConsentReading {
  const reader = new ConsentReader(source)
  const rest = reader.take(blocks)
  const { answers, scopes } = reader
  const stated = answers.find(({ training }) => training === 'no') ?? answers[0] ?? null
  const blocksLeft = reader.hasTaken ? rest : blocks
  if (stated === null || stated.training === 'no') return { consent: stated, blocks: blocksLeft }
  // Every limit holds, wherever it is said.
  const limits = new Set([...answers.flatMap(({ scope }) => scope ?? []), ...scopes])
  return {
    consent: { ...stated, scope: limits.size === 0 ? null : [...limits].join('; ') },
    blocks: blocksLeft,
  }
}

type Label = Pick<LabelLine, 'label' | 'value'>

class ConsentReader {
  readonly answers: StatedConsent[] = []
  readonly scopes: string[] = []
  hasTaken = false
  private readonly source: string
  /** How many unticked boxes are around: what they say is a choice not made. */
  private openBoxes = 0

  constructor(source: string) {
    this.source = source
  }

  /** `blocks` without what is about consent, which is kept. */
  take(blocks: readonly Block[]): Block[] {
    const rest: Block[] = []
    // What the title or label above asks for, until it is answered.
    let asked: ConsentField | null = null
    let isInSection = false
    for (const block of blocks) {
      if (block.kind === 'heading') {
        asked = findConsentField(block.text)
        isInSection = asked !== null
        if (isInSection) this.hasTaken = true
        else rest.push(block)
      } else if (block.kind === 'rule') {
        asked = null
        isInSection = false
        rest.push(block)
      } else if (asked !== null && (block.kind === 'paragraph' || block.kind === 'list')) {
        this.answerAll(asked, block)
        asked = null
      } else if (!isInSection) {
        rest.push(...this.takeBlock(block))
        asked = block.kind === 'paragraph' ? this.findQuestion(block) : null
      }
    }
    return rest
  }

  private takeBlock(block: Block): Block[] {
    switch (block.kind) {
      case 'paragraph':
        return this.takeParagraph(block)
      case 'list':
        return this.takeList(block)
      case 'table':
        return this.takeTable(block)
      case 'details': {
        const field = findConsentField(block.summary)
        if (field === null) return [{ ...block, blocks: this.take(block.blocks) }]
        for (const inner of block.blocks.slice(0, 1)) this.answerAll(field, inner)
        return []
      }
      default:
        return [block]
    }
  }

  private takeParagraph(paragraph: Paragraph): Block[] {
    const { lines } = paragraph
    const taken = new Set<number>()
    lines.forEach((line, index) => {
      const label = this.split(line)
      const field = label === null ? null : findConsentField(label.label)
      if (label !== null && field !== null) {
        // The value goes on below: what limits it may stand there.
        const after = lines.slice(index + 1)
        const end = after.findIndex((next) => isFooterLine(next.text) || this.split(next) !== null)
        const more = after.slice(0, end < 0 ? after.length : end)
        const isAnswered = this.answer(field, [label.value, ...more.map(({ text }) => text)].join(' '), line)
        for (let at = 0; at <= (isAnswered ? more.length : 0); at++) taken.add(index + at)
      } else if (!taken.has(index) && isRefusal(line.text)) {
        // Outside a box a yes may be anybody's, but a no is taken at its word.
        this.add({ training: 'no', scope: null }, line)
        taken.add(index)
      }
    })
    if (taken.size === 0) return [paragraph]
    this.hasTaken = true
    const rest = lines.filter((_, index) => !taken.has(index))
    return rest.length === 0 ? [] : [{ ...paragraph, lines: rest }]
  }

  /** What a paragraph asks for that ends with a label without a value. */
  private findQuestion({ lines }: Paragraph): ConsentField | null {
    const last = lines.at(-1)
    const label = last === undefined ? null : this.split(last)
    return label === null || label.value !== '' ? null : findConsentField(label.label)
  }

  private takeList(list: List): Block[] {
    const items = list.items.flatMap((item): Item[] => {
      if (item.isDrafted) return [item]
      if (item.checked === false) this.openBoxes++
      const isTaken = this.takeItem(item)
      const blocks = isTaken ? [] : this.take(item.blocks)
      if (item.checked === false) this.openBoxes--
      return isTaken || (blocks.length === 0 && item.blocks.length > 0) ? [] : [{ ...item, blocks }]
    })
    return items.length === 0 && list.items.length > 0 ? [] : [{ ...list, items }]
  }

  private takeItem(item: Item): boolean {
    const [first] = item.blocks
    const own = blocksToText(item.blocks.filter(({ kind }) => kind !== 'list'))
    const line = first?.kind === 'paragraph' ? first.lines[0] : undefined
    const label = line === undefined ? null : this.split(line)
    const field = findConsentField(label?.label ?? own)
    if (field !== null) this.answerItem(field, label, item)
    else {
      const said = item.checked === null ? null : readSentence(own)
      if (said === null) return false
      this.add(said, item)
    }
    this.hasTaken = true
    return true
  }

  /** The answer of an item that asks: behind its label, in the boxes below it, or its own tick. */
  private answerItem(field: ConsentField, label: Label | null, item: Item): void {
    if (label !== null && label.value !== '') {
      this.answer(field, blocksToText(item.blocks).slice(label.label.length + 1), item)
    } else if (item.blocks.length > 1) {
      for (const block of item.blocks.slice(1)) this.answerAll(field, block)
    } else if (item.checked === true) this.add({ training: 'yes', scope: null }, item)
  }

  private takeTable(table: Table): Block[] {
    const rows = table.rows.filter(([label, value]) => {
      const field = label === undefined ? null : findConsentField(label.text)
      if (field === null || value === undefined) return true
      this.answer(field, value.text, value)
      this.hasTaken = true
      return false
    })
    return rows.length === 0 && table.rows.length > 0 ? [] : [{ ...table, rows }]
  }

  /** The answer to a title or label: a text, or the boxes that are ticked. */
  private answerAll(field: ConsentField, block: Block): void {
    this.hasTaken = true
    if (block.kind !== 'list') this.answer(field, blocksToText([block]), block)
    for (const item of block.kind === 'list' ? block.items : []) {
      if (item.checked === false) continue
      const text = blocksToText(item.blocks)
      const said = item.checked ? readSentence(text) : null
      if (said === null) this.answer(field, text, item)
      else this.add(said, item)
    }
  }

  private answer(field: ConsentField, value: string, at: Span): boolean {
    if (field === 'scope') {
      const scope = this.openBoxes > 0 ? null : readScope(value)
      if (scope !== null) this.scopes.push(scope)
      return true
    }
    const answer = readAnswer(value)
    if (answer !== null) this.add(answer, at)
    return answer !== null
  }

  private add(answer: Answer, { start, end }: Span): void {
    if (this.openBoxes === 0) this.answers.push({ ...answer, start, end })
  }

  /** Without spaces between words there is none after a wide colon either. */
  private split(line: Line): Label | null {
    const [, label, value = ''] = /^([^:：]{1,80})：(.*)$/.exec(line.text) ?? []
    return splitLabel(line, this.source) ?? (label === undefined ? null : { label, value: value.trim() })
  }
}
