// Reads everything one text, a body or a commit message, traces and states about AI outside its prose.

import type { Place } from '../document/place.ts'
import type { SourceText } from '../document/source-text.ts'
import type { ToolMention } from '../extract/shapes/tool-mention.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { readFooters } from './footers.ts'
import { createHiddenTest, findHiddenRanges, type Range } from './hidden-ranges.ts'
import type { ToolRow } from './merge-tools.ts'
import { readSessionLinks } from './session-links.ts'
import { kindOfKey, type TrailerKind } from './trailer-kind.ts'
import { readTrailers, type TrailerReading } from './trailers.ts'

/** A row of the record's `signals` before it is numbered. */
export type SignalRow = Omit<WorklogRecord['signals'][number], 'seq'>

/** A link, with the tool it leads to instead of that tool's row. */
export type LinkRow = Omit<WorklogRecord['links'][number], 'seq' | 'tool_seq'> & { tool_id: string | null }

/** A trailer that states the use of AI, or denies it. */
export interface TrailerStatement {
  answer: 'used' | 'none'
  key: string
  value: string
  place: Place
}

/** A trailer or footer that says AI took part; a denial and a review bot's are none. */
export interface Mark {
  kind: TrailerKind
  place: Place
}

/** What one text gives. Nothing is folded yet. */
export interface TextSignals {
  signals: SignalRow[]
  links: LinkRow[]
  tools: ToolRow[]
  statements: TrailerStatement[]
  marks: Mark[]
  /** True when the text carries a trace or statement of AI use. */
  isAi: boolean
}

/** True when a text may hold anything of interest: one cheap test that most commit messages fail. */
export function mayHoldSignals(text: string): boolean {
  return interesting.test(text)
}

const interesting =
  /[- ]by\b|:\/\/|session|checkpoint|logs-url|thread|agent|\bai[- ]|entire-|replit|copilot|(?:made|generated|created|built|written|authored) (?:with|using|via)|-with:|^aider: |so codex couldn/i

/** Reads one text. `ignored` are stretches that are not the author's, such as an untouched template. */
export function readTextSignals(source: SourceText, ignored: readonly Range[] = []): TextSignals {
  const found: TextSignals = { signals: [], links: [], tools: [], statements: [], marks: [], isAi: false }
  const { text } = source
  if (!mayHoldSignals(text)) return found
  const ranges = [...findHiddenRanges(text), ...ignored].sort((a, b) => a.start - b.start)
  const isHidden = createHiddenTest(ranges)
  for (const trailer of readTrailers(text, isHidden)) addTrailer(found, trailer, source)
  for (const { tool_id, value, mentions, start, end } of readFooters(text, isHidden)) {
    const place = source.placeOf(start, end)
    found.signals.push({ kind: 'footer', tool_id, value, place })
    found.marks.push({ kind: 'footer', place })
    found.tools.push(...mentions.map((mention) => toToolRow(mention, place, 'signal')))
  }
  for (const { kind, url, tool_id, start, end } of readSessionLinks(text, isHidden)) {
    const place = source.placeOf(start, end)
    if (!found.links.some((link) => link.url === url)) found.links.push({ kind, url, tool_id, place })
    // A session was run for this work; a shared chat may be quoted for other reasons, unless it opens a line.
    const isTrace = kind === 'session' || (kind === 'share' && opensLine(text, start))
    if (isTrace && tool_id !== null && !found.signals.some(({ value }) => value.includes(url))) {
      found.signals.push({ kind: 'footer', tool_id, value: url, place })
      found.marks.push({ kind: 'session', place })
    }
  }
  found.isAi = found.signals.length > 0 || found.statements.some(({ answer }) => answer === 'used')
  return found
}

/** Only a name and a colon may stand before it: "Transcript: https://…". */
function opensLine(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /^[ \t]*(?:[-*][ \t]+)?<?(?:[\w .()-]{1,40}:[ \t]+<?)?$/.test(before)
}

function addTrailer(found: TextSignals, trailer: TrailerReading, source: SourceText): void {
  if (trailer.kind === 'review_bot') return
  const { key, value, mentions, start, end, link } = trailer
  const place = source.placeOf(start, end)
  if (trailer.kind !== 'denial') found.marks.push({ kind: link ? 'session' : kindOfKey(key), place })
  if (trailer.statement) {
    found.statements.push({ answer: trailer.kind === 'denial' ? 'none' : 'used', key, value, place })
  } else {
    const tool_id = link?.tool_id ?? mentions[0]?.tool_id ?? null
    found.signals.push({ kind: 'trailer', tool_id, value: `${key}: ${value}`, place })
  }
  if (link) found.links.push({ kind: link.kind, url: value, tool_id: link.tool_id, place })
  const basis = trailer.statement ? 'declared' : 'signal'
  found.tools.push(...mentions.map((mention) => toToolRow(mention, place, basis)))
}

/** A tool as the record has it. */
export function toToolRow(mention: ToolMention, place: Place, basis: ToolRow['basis']): ToolRow {
  const { start: _start, end: _end, ...tool } = mention
  return { ...tool, places: [place], basis }
}
