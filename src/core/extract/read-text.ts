// Everything one text of the author's, a description or a commit message, tells about AI work: through the passages
// that titles announce, and through prose.

import type { Block, Span } from '../document/block.ts'
import type { Place } from '../document/place.ts'
import type { Document } from '../document/read-document.ts'
import type { SourceText } from '../document/source-text.ts'
import { type SectionName, sectionNames } from '../record/section-name.ts'
import { assessSection } from './assess-section.ts'
import { findInlinePrompts } from './find-inline-prompts.ts'
import { findParts, type Parts } from './find-parts.ts'
import type { Passage } from './passage.ts'
import { readProse } from './prose/read-prose.ts'
import type { Told } from './prose/told.ts'
import { readExtent } from './read-extent.ts'
import { readStatement } from './read-statement.ts'
import { readContext } from './sections/read-context.ts'
import { readCorrections, toldCorrection } from './sections/read-corrections.ts'
import { readFailures, toldFailure } from './sections/read-failures.ts'
import { readLinkedIssues } from './sections/read-linked-issues.ts'
import { readPrompts, type StatedPrompt } from './sections/read-prompts.ts'
import { readReview } from './sections/read-review.ts'
import {
  findInBlocks,
  readTools,
  readToolsInProse,
  readToolsInTitles,
  type StatedTool,
} from './sections/read-tools.ts'
import type { Placed, SectionReading, TextReading } from './text-reading.ts'

/** A subject line: the first line of a commit message, or the title of a pull request. */
export interface Title {
  text: string
  source: SourceText
}

/** What else is known of the pull request while one of its texts is read. */
export interface TextContext {
  /** Vendors whose tools its trailers, footers or bot authors name. */
  isKnown: (vendor: string) => boolean
  /** Whether a trailer, a footer, a bot author or a link to a session shows that AI took part. */
  isTraced: boolean
  /** Its `owner/name`, which shortens its own issues. */
  repository: string | null
}

/** Reads `document`; `title` is the subject above it, which stands in a source of its own or in the document's. */
export function readText(document: Document, title: Title | null, context: TextContext): TextReading {
  const { source } = document
  const { text } = source
  const parts = findParts(document, context.isTraced)
  const { about, rest } = parts
  const disclosures = about('disclosure')
  const states = new Map(sectionNames.map((name) => [name, assessSection(name, about(name), text)]))
  const prompts = findPrompts(parts, text, context.isTraced)
  const tools = findTools(parts, text)
  const { said, ...statement } = readStatement(disclosures, states, rest, text)

  const vendors = new Set(tools.map(({ vendor }) => vendor))
  const prose = readProse(rest, blocksOf(disclosures), {
    source: text,
    title: title && { text: title.text, start: 0, end: title.text.length, group: 0, inItem: false },
    isKnown: (vendor) => vendors.has(vendor) || context.isKnown(vendor),
    isTold: statement.used || prompts.length > 0,
    isDenied: statement.none && !statement.used,
  })
  const isUsed =
    statement.used ||
    prompts.length > 0 ||
    prose.title.used ||
    [prose.used, prose.failures, prose.corrections, prose.title.corrections].some(({ length }) => length > 0)
  const isNone = statement.none || (prose.none.length > 0 && !isUsed)

  const place = <T extends Span>(row: T): Placed<T> => ({ ...row, at: source.placeOf(row.start, row.end) })
  const titlePlace = (title ?? document).source.placeOf(0, title?.text.length ?? 0)
  const inTitle = <T extends object>(row: T): Placed<T> => ({ ...row, at: titlePlace })
  const as = (answer: 'used' | 'none') => (told: Told) => place({ ...told, answer })
  const review = readReview({
    passages: about('review'),
    disclosures: [...disclosures, ...about('tools')],
    told: prose.around,
    rest,
    isUsed,
    source: text,
  })
  const failures = joinLessons(readFailures(about('failures'), text), prose.failures, toldFailure).map(place)
  const corrections = [
    ...prose.title.corrections.map(toldCorrection).map(inTitle),
    ...joinLessons(readCorrections(about('corrections'), text), prose.corrections, toldCorrection).map(place),
  ]
  const placed = { prompts: prompts.map(place), failures, corrections }
  return {
    statement: { used: isUsed, none: isNone },
    said: [
      ...said.map(place),
      ...prose.used.map(as('used')),
      ...prose.none.map(as('none')),
      ...(prose.title.used ? [inTitle({ answer: 'used' as const })] : []),
    ],
    sections: new Map(
      sectionNames.map((name): [SectionName, SectionReading] => {
        const own = { state: states.get(name) ?? 'absent', place: placeOf(about(name), source) }
        const told = name in placed ? placed[name as keyof typeof placed][0]?.at : undefined
        const isTold = told !== undefined || (name === 'review' && review.human_reviewed !== null)
        // What is told in passing answers a section that is not there.
        return [
          name,
          isTold && own.state !== 'denied' ? { state: 'answered', place: own.place ?? told ?? null } : own,
        ]
      }),
    ),
    extent: readExtent(disclosures, text),
    tools: [
      ...[...tools, ...prose.tools].map((tool) => ({
        ...tool,
        at: source.placeOf(tool.place.start, tool.place.end),
      })),
      ...prose.title.tools.map(inTitle),
    ],
    ...placed,
    context: readContext(about('context'), text),
    linkedIssues: readLinkedIssues(parts.blocks, about('context'), context.repository),
    review: { ...review, attestations: review.attestations.map(place) },
  }
}

/** Every prompt once, in order: those of sections and transcripts, then those quoted within a sentence. */
function findPrompts({ about, transcript, rest }: Parts, source: string, isTraced: boolean): StatedPrompt[] {
  const stated = [...readPrompts(about('prompts'), source), ...(transcript?.prompts ?? [])]
  const inline = findInlinePrompts([...rest, ...blocksOf(about('disclosure'))], source, isTraced)
  const apart = inline.filter((prompt) => !stated.some((other) => overlap(prompt, other)))
  return [...stated, ...apart].sort((a, b) => a.start - b.start)
}

function findTools({ about, intros }: Parts, source: string): StatedTool[] {
  return [
    ...readTools(about('tools'), source),
    ...readToolsInProse(about('disclosure')),
    ...findInBlocks(intros),
    ...readToolsInTitles(about('prompts')),
  ]
}

function blocksOf(passages: readonly Passage[]): Block[] {
  return passages.flatMap(({ blocks }) => blocks)
}

function placeOf([first]: readonly Passage[], source: SourceText): Place | null {
  return first ? source.placeOf(first.start, first.end) : null
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** What a section lists, and what prose elsewhere tells; never the same words twice. */
function joinLessons<T extends Span>(
  stated: readonly T[],
  told: readonly Told[],
  toRow: (told: Told) => T,
): T[] {
  const rows = told.filter((row) => !stated.some((other) => overlap(row, other))).map(toRow)
  return [...stated, ...rows].sort((a, b) => a.start - b.start)
}
