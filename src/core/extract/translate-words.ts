// Puts a repository's own words and those of other languages into ours before anything is read: titles and labels by
// what they announce, denials as "None"; placeholders become template text. Places stay those of what was written.

import type { Block, Heading, Line, List, Paragraph } from '../document/block.ts'
import { mayBeOtherLanguage, otherLanguages } from '../vocabulary/other-languages.ts'
import { headingTopics, type LabelName, labelNames, type OwnWords } from '../vocabulary/own-words.ts'
import { normalizeTitle } from './normalize-title.ts'
import { splitLabel } from './shapes/label-line.ts'

/** Translates `blocks`, which stand in `source`. */
export function translateWords(blocks: readonly Block[], source: string, words: OwnWords): Block[] {
  let translated = [...blocks]
  // The repository's own words come first, so that they win.
  for (const dictionary of [createDictionary(words), mayBeOtherLanguage(source) ? foreign() : null]) {
    if (dictionary !== null) translated = new Translator(dictionary, source).translate(translated)
  }
  return translated
}

let lazyForeign: Dictionary | null = null

function foreign(): Dictionary | null {
  lazyForeign ??= createDictionary(otherLanguages)
  return lazyForeign
}

interface Dictionary {
  titles: ReadonlyMap<string, string>
  /** "None" or "Yes" by what means the same. */
  answers: ReadonlyMap<string, string>
  placeholders: ReadonlySet<string>
}

// Each is a title of ours that needs no company.
const titleOf = {
  disclosure: 'AI disclosure',
  tools: 'AI tools used',
  prompts: 'Prompts used',
  failures: 'Failed AI attempts',
  corrections: 'Corrections to AI output',
  context: 'Context given to the AI',
  review: 'Review of AI output',
} as const

function createDictionary({
  headings,
  labels,
  denials,
  affirmations,
  placeholders,
}: OwnWords): Dictionary | null {
  const titles = new Map<string, string>()
  for (const [name, written] of Object.entries(labels)) {
    for (const label of written) titles.set(normalizeTitle(label), labelNames[name as LabelName])
  }
  for (const topic of headingTopics) {
    for (const heading of headings[topic] ?? []) titles.set(normalizeTitle(heading), titleOf[topic])
  }
  titles.delete('')
  const answers = new Map<string, string>()
  for (const word of affirmations ?? []) answers.set(normalizeTitle(word), 'Yes')
  for (const word of denials) answers.set(normalizeTitle(word), 'None')
  answers.delete('')
  const holders = new Set(placeholders.map(normalizeTitle).filter((word) => word !== ''))
  if (titles.size + answers.size + holders.size === 0) return null
  return { titles, answers, placeholders: holders }
}

class Translator {
  private readonly words: Dictionary
  private readonly source: string

  constructor(words: Dictionary, source: string) {
    this.words = words
    this.source = source
  }

  translate(blocks: readonly Block[]): Block[] {
    return blocks.map((block): Block => {
      switch (block.kind) {
        case 'heading':
          return this.translateHeading(block)
        case 'paragraph':
          return this.translateParagraph(block)
        case 'details':
          return {
            ...block,
            summary: this.title(block.summary) ?? block.summary,
            blocks: this.translate(block.blocks),
          }
        case 'quote':
          return { ...block, blocks: this.translate(block.blocks) }
        case 'list':
          return this.translateList(block)
        case 'table':
          return {
            ...block,
            header: block.header.map((cell) => this.translateLine(cell)),
            rows: block.rows.map((row) => row.map((cell) => this.translateLine(cell))),
          }
        default:
          return block
      }
    })
  }

  private title(text: string): string | null {
    return this.words.titles.get(normalizeTitle(text)) ?? null
  }

  private translateHeading(block: Heading): Heading {
    return { ...block, text: this.title(block.text) ?? block.text }
  }

  /** An item that only holds a placeholder is none. */
  private translateList(list: List): Block {
    const items = list.items
      .map((item) => (item.isDrafted ? item : { ...item, blocks: this.translate(item.blocks) }))
      .filter(({ blocks }) => blocks.length === 0 || blocks.some(({ kind }) => kind !== 'template'))
    const { start, end } = list
    return items.length === 0 && list.items.length > 0 ? { kind: 'template', start, end } : { ...list, items }
  }

  private translateParagraph(block: Paragraph): Block {
    const lines = block.lines.map((line) => this.translateLine(line)).filter(({ text }) => text !== '')
    const { start, end } = block
    return lines.length === 0 ? { kind: 'template', start, end } : { ...block, lines }
  }

  private translateLine(line: Line): Line {
    const whole = this.title(line.text)
    if (whole !== null) return withText(line, /[:：]$/.test(line.text) ? `${whole}:` : whole, whole)
    const label = splitLabel(line, this.source)
    if (label === null || label.value === '') return { ...line, text: this.value(line.text) }
    const ours = this.title(label.label) ?? label.label
    const value = this.value(label.value)
    if (ours === label.label && value === label.value) return line
    return withText(line, value === '' ? `${ours}:` : `${ours}: ${value}`, ours)
  }

  private value(text: string): string {
    const normal = normalizeTitle(text)
    if (this.words.placeholders.has(normal)) return ''
    return this.words.answers.get(normal) ?? text
  }
}

/** A bold lead stays one, so that it still ends where the source says. */
function withText(line: Line, text: string, lead: string): Line {
  return { ...line, text, strong: line.strong === null ? null : { text: lead, end: line.strong.end } }
}
