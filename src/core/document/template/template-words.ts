// What a repository's pull-request templates say, in the form in which a body is compared with them.

import type { Block, Item, Line } from '../block.ts'
import { blocksToText } from '../block-text.ts'

/** The words of one or more templates. */
export interface TemplateWords {
  /** Whole lines, table cells and fences. */
  lines: ReadonlySet<string>
  /** Paragraphs on one line each, the longest first. */
  paragraphs: readonly string[]
  /** All text as one run of words, for bodies that were wrapped anew. */
  run: string
  /** Plain lists, each as the set of its items: of a list to pick from, a part is an answer. */
  lists: readonly ReadonlySet<string>[]
  /** Boxes that are ticked in the template. */
  tickedBoxes: ReadonlySet<string>
  /** All boxes. */
  boxes: ReadonlySet<string>
}

/** One spelling for texts that only differ in case, white space and emphasis. */
export function normalizeWords(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim()
}

/** Collects the words of templates, given as their blocks. */
export function readTemplateWords(templates: readonly (readonly Block[])[]): TemplateWords {
  const words = {
    lines: new Set<string>(),
    paragraphs: [] as string[],
    run: '',
    lists: [] as Set<string>[],
    tickedBoxes: new Set<string>(),
    boxes: new Set<string>(),
  }
  for (const blocks of templates) collect(blocks, words)
  words.paragraphs.sort((a, b) => b.length - a.length)
  words.run = ` ${words.run}`
  return words
}

type Collected = {
  -readonly [K in keyof TemplateWords]: TemplateWords[K] extends ReadonlySet<string>
    ? Set<string>
    : TemplateWords[K] extends readonly string[]
      ? string[]
      : TemplateWords[K] extends readonly ReadonlySet<string>[]
        ? Set<string>[]
        : TemplateWords[K]
}

function collect(blocks: readonly Block[], words: Collected): void {
  for (const block of blocks) collectBlock(block, words)
}

function collectBlock(block: Block, words: Collected): void {
  switch (block.kind) {
    case 'paragraph':
      collectParagraph(block.lines, words)
      break
    case 'heading':
      addText(block.text, words)
      break
    case 'quote':
    case 'details':
      collect(block.blocks, words)
      break
    case 'code':
      addText(block.value, words)
      break
    case 'list':
      collectItems(block.items, words)
      break
    case 'table':
      for (const cell of [block.header, ...block.rows].flat()) addText(cell.text, words)
  }
}

function collectParagraph(lines: readonly Line[], words: Collected): void {
  for (const line of lines) words.lines.add(normalizeWords(line.text))
  const text = normalizeWords(lines.map((line) => line.text).join(' '))
  words.paragraphs.push(text)
  addText(text, words)
}

function collectItems(items: readonly Item[], words: Collected): void {
  const plain = items.filter(({ checked }) => checked === null)
  if (plain.length > 1) words.lists.push(new Set(plain.map(itemText)))
  for (const item of items) {
    if (item.checked !== null) words.boxes.add(itemText(item))
    if (item.checked === true) words.tickedBoxes.add(itemText(item))
    collect(item.blocks, words)
  }
}

function addText(text: string, words: Collected): void {
  const normal = normalizeWords(text)
  if (normal === '') return
  words.lines.add(normal)
  words.run += `${normal} `
}

/** An item's own words, without what is nested in it. */
export function itemText({ blocks }: Item): string {
  return normalizeWords(blocksToText(blocks.filter(({ kind }) => kind !== 'list')))
}
