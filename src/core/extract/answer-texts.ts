// The words of an answer, apart from what a template put there.

import type { Block, Item, Line, Paragraph } from '../document/block.ts'
import { isSeen } from './shapes/is-seen.ts'
import { splitLabel } from './shapes/label-line.ts'
import { isPlaceholderLine } from './shapes/placeholder.ts'

export interface AnswerTexts {
  /** What the author wrote: the values of labels, paragraphs, ticked boxes, code. */
  texts: string[]
  /** Whether there is template text: placeholders, labels without a value, unticked boxes. */
  hasTemplate: boolean
  /** Whether there is an item as it was drafted that quotes or names something, which is an answer whatever its words. */
  hasDrafted: boolean
}

/** Collects the words of `blocks`, which stand in `source`. */
export function readAnswerTexts(blocks: readonly Block[], source: string): AnswerTexts {
  const answer: AnswerTexts = { texts: [], hasTemplate: false, hasDrafted: false }
  collect(blocks, source, answer)
  return answer
}

function collect(blocks: readonly Block[], source: string, answer: AnswerTexts): void {
  for (const [index, block] of blocks.entries()) {
    switch (block.kind) {
      case 'paragraph':
        collectLines(withoutQuestion(block, blocks[index + 1]), source, answer)
        break
      case 'quote':
      case 'details':
        collect(block.blocks, source, answer)
        break
      case 'list':
        for (const item of block.items) collectItem(item, source, answer)
        break
      case 'code':
        // A form in a fence shows how to answer.
        if (block.value.trim() === '' || /^[^\S\n]*[-*] \[[ x]\]/im.test(block.value))
          answer.hasTemplate = true
        else answer.texts.push(block.value)
        break
      case 'template':
        answer.hasTemplate = true
        break
      case 'table':
        answer.hasTemplate = true
        // The first column of a table of labels names what the second answers.
        for (const row of block.rows) collectLines(row.length === 2 ? row.slice(1) : row, source, answer)
    }
  }
}

function collectItem(item: Item, source: string, answer: AnswerTexts): void {
  if (item.isDrafted && holdsFact(item.blocks, source)) answer.hasDrafted = true
  else if (item.checked === false) answer.hasTemplate = true
  else collect(item.blocks, source, answer)
}

/** A draft puts facts into quotes, code and behind labels. Anybody can write a mark: around `None` it changes nothing. */
function holdsFact(blocks: readonly Block[], source: string): boolean {
  return blocks.some((block) => {
    if (block.kind === 'code') return isSeen(block.value)
    if (block.kind === 'quote') return holdsWords(block.blocks)
    if (block.kind !== 'paragraph') return false
    return block.lines.some((line) => line.strong !== null && isSeen(splitLabel(line, source)?.value ?? ''))
  })
}

function holdsWords(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'code') return isSeen(block.value)
    if (block.kind === 'paragraph') return block.lines.some(({ text }) => isSeen(text))
    return block.kind === 'quote' && holdsWords(block.blocks)
  })
}

/** "I used AI for" above boxes that nobody ticked is a question. */
function withoutQuestion({ lines }: Paragraph, next: Block | undefined): readonly Line[] {
  const isOpen = /(?:\b(?:for|to|in|with|of|as)|[:：])$/.test(lines.at(-1)?.text ?? '')
  const isAsked = next?.kind === 'list' && next.items.every(({ checked }) => checked === false)
  return isOpen && isAsked ? lines.slice(0, -1) : lines
}

const longestLabel = 5

function collectLines(lines: readonly Line[], source: string, answer: AnswerTexts): void {
  const words: string[] = []
  for (const line of lines) {
    const label = splitLabel(line, source)
    const isLabel = label !== null && (line.strong !== null || label.value === '')
    // A long line above a quote tells something: "This was mostly Codex with the prompt:".
    if (isLabel && label.value === '' && label.label.split(' ').length > longestLabel) words.push(line.text)
    else if (isLabel && label.value === '') answer.hasTemplate = true
    else if (isPlaceholderLine(isLabel ? { ...line, text: label.value } : line)) answer.hasTemplate = true
    else if (isLabel) answer.texts.push(label.value)
    else words.push(line.text)
  }
  if (words.length > 0) answer.texts.push(words.join(' '))
}
