// Blocks to the sentences their author tells something in. Quotes, fences, tables and what is folded away are
// somebody's words or a machine's, not the telling itself.

import type { Block, Item, Line, Span } from './block.ts'
import { SentenceOffsets } from './sentence-offsets.ts'

/** One sentence of plain text, soft wraps as spaces. */
export interface Sentence extends Span {
  text: string
  /** Sentences of one paragraph or item share a number; numbers rise. */
  group: number
  /** Whether it stands in a list. */
  inItem: boolean
}

/** The sentences of paragraphs and items of `blocks`, in order; the words of a box are a form's and left out. */
export function readSentences(blocks: readonly Block[], source: string): Sentence[] {
  const reader = { sentences: [], group: 0, source }
  walk(blocks, reader, false)
  return reader.sentences
}

interface Reader {
  sentences: Sentence[]
  group: number
  source: string
}

function walk(blocks: readonly Block[], reader: Reader, inItem: boolean): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') addLines(block.lines, reader, inItem)
    else if (block.kind === 'list') for (const item of block.items) addItem(item, reader)
  }
}

function addItem(item: Item, reader: Reader): void {
  const isBox = item.checked !== null
  if (item.checked !== false)
    walk(isBox ? item.blocks.filter(({ kind }) => kind === 'list') : item.blocks, reader, true)
}

function addLines(lines: readonly Line[], reader: Reader, inItem: boolean): void {
  reader.group++
  const text = lines.map((line) => line.text).join(' ')
  const label = lead.exec(text)?.[0].length ?? 0
  const offsets = new SentenceOffsets(lines, reader.source)
  for (const { start, end } of splitSentences(text, label)) {
    reader.sentences.push({
      text: text.slice(start, end),
      start: offsets.find(start, 'start'),
      end: offsets.find(end, 'end'),
      group: reader.group,
      inItem,
    })
  }
}

// A stop, what may close it, and white space; or a stop that needs none. Looking back keeps a long run of stops from
// being tried at each of them.
const stop = /(?<![.!?…])[.!?…]+["'”’)\]*_]{0,3}\s+|[。！？]/g
// What can start a sentence. ASCII first: the properties of Unicode take long to compile.
const plainOpening = /^["'“‘([*_`]{0,2}[A-Za-z\d]/
const opening = /^["'“‘([*_`]{0,2}[\p{L}\p{N}\p{So}]/u
const abbreviation = /\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|v|mr|mrs|ms|dr|st|fig|al|resp)\.$/i

// "Note: …", "Any other info you'd like to share: …": a label is no part of the sentence after it.
const lead = /^(?![^:：]*-by[:：])[^:：.!?(\n]{1,60}[:：]\s+(?=\S)(?!https?:|["“])/

/** The spans of the sentences of one line of plain text from `from` on, without white space at their ends. */
export function splitSentences(text: string, from = 0): Span[] {
  const spans: Span[] = []
  let start = from
  const add = (end: number) => {
    const part = text.slice(start, end)
    const first = start + (part.length - part.trimStart().length)
    const last = first + part.trim().length
    if (last > first) spans.push({ start: first, end: last })
    start = end
  }
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length
    if (end <= start || !(isWideStop(match[0]) || startsSentence(text.slice(end, end + 4)))) continue
    const before = text.slice(Math.max(start, match.index - 8), match.index + 1)
    if (!abbreviation.test(before)) add(end)
  }
  add(text.length)
  return spans
}

/** Chinese and Japanese put no space after a stop. */
function isWideStop(found: string): boolean {
  return /^[。！？]/.test(found)
}

function startsSentence(next: string): boolean {
  return plainOpening.test(next) || (/[^\0-\x7f]/.test(next) && opening.test(next))
}
