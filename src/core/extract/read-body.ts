// The description as its author wrote it: Markdown, minus the repository's own template.

import { type Bounded, maxMilliseconds, minTimed, unbounded } from '../bounded.ts'
import type { Block, Span } from '../document/block.ts'
import type { Place, SourceRef } from '../document/place.ts'
import { createUnreadDocument, type Document, readDocument } from '../document/read-document.ts'
import { subtractTemplate } from '../document/template/subtract-template.ts'
import { readTemplateWords } from '../document/template/template-words.ts'
import type { Template } from '../pull-request.ts'
import type { OwnWords } from '../vocabulary/own-words.ts'
import { findPassages } from './find-passages.ts'
import { parseTemplates } from './parse-templates.ts'
import { readAiBox } from './read-ai-box.ts'
import { readBoxes } from './shapes/boxes.ts'
import { translateWords } from './translate-words.ts'

export interface Body {
  document: Document
  /** Where text of the template stands. */
  templateRanges: Span[]
  template: TemplateState
}

/** What became of the part of the repository's template that asks about AI. */
export interface TemplateState {
  /** `none`: no template asks about AI. `kept`: the body has its titles or boxes. `stripped`: it has none of them. */
  state: 'none' | 'kept' | 'stripped'
  /** Where template text stands in the body. */
  places: Place[]
  /** Templates that could not be read, and why. */
  problems: { path: string; reason: string }[]
}

/** Reads `text` (null: there is none), whose repository has `templates` and `words` of its own. Never throws. */
export function readBody(
  text: string | null,
  templates: readonly Template[],
  words: OwnWords,
  bounded: Bounded = unbounded,
): Body {
  const document =
    text === null || text.length < minTimed
      ? readOwn(text, words)
      : (bounded(() => readOwn(text, words), maxMilliseconds)?.value ?? createUnreadDocument(text, bodyRef))
  if (templates.length === 0) {
    return { document, templateRanges: [], template: { state: 'none', places: [], problems: [] } }
  }
  const { read, problems } = parseTemplates(templates, (own) => readOwn(own, words))
  const written = readTemplateWords(read.map(({ blocks }) => blocks))
  const { blocks, ranges } = subtractTemplate(document.blocks, written)
  const asks = read.some(({ blocks: asked, source }) => asksAboutAi(asked, source.text))
  const state = !asks ? 'none' : asksAboutAi(document.blocks, document.source.text) ? 'kept' : 'stripped'
  const places = ranges.map(({ start, end }) => document.source.placeOf(start, end))
  return { document: { ...document, blocks }, templateRanges: ranges, template: { state, places, problems } }
}

function readOwn(text: string | null, words: OwnWords): Document {
  const document = readDocument(text, bodyRef)
  return { ...document, blocks: translateWords(document.blocks, document.source.text, words) }
}

const bodyRef: SourceRef = { source: 'body', commitSha: null }

/** Whether `blocks` hold a title or a box about AI, answered or not. */
function asksAboutAi(blocks: readonly Block[], source: string): boolean {
  const { passages } = findPassages(blocks, source)
  if (passages.some(({ topic }) => topic === 'disclosure' || topic === 'tools')) return true
  return readBoxes(blocks).some(({ text }) => readAiBox(text, false) !== null)
}
