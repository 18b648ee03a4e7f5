// Reads the trailers of a commit message or of a body: authors that are tools, statements of AI use, sessions.

import { isPlaceholder } from '../extract/shapes/placeholder.ts'
import { readToolMentions, type ToolMention } from '../extract/shapes/tool-mention.ts'
import { readToolList, readUnknownTool } from '../extract/shapes/tool-mention-list.ts'
import { readAuthorLine } from './author-line.ts'
import { roleOfKey, type TrailerRole } from './trailer-keys.ts'

/** One trailer that says something about AI; offsets (end exclusive) are offsets into the text. */
export interface TrailerReading {
  /** `denial`: it states that no AI was used. `review_bot`: a reviewer, not a tool. */
  kind: 'tool' | 'session' | 'denial' | 'review_bot'
  /** True for `Assisted-by:` and its like, which state the use; false for traces. */
  statement: boolean
  key: string
  value: string
  /** The tools it names; empty when AI is stated without a name. */
  mentions: ToolMention[]
  /** For a session: what its link or id is. */
  link: { kind: 'session' | 'checkpoint'; tool_id: string | null } | null
  start: number
  end: number
}

// A key at the start of a line; bullets, emphasis and an emoji may stand before it, as in bodies.
const line =
  /^ {0,3}(?:[-*+][ \t])?[*_`]{0,3}(?:[^\x00-\x7f]{1,4}[ \t])?([A-Za-z][A-Za-z _-]{3,30}?)[*_`]{0,3}[ \t]?:[*_`]{0,3}(?:[ \t]+|(?=https?:))(\S[^\n]*)$/gm

/** True when the text may hold trailers: a cheap test before the full reading. */
function mayHoldTrailers(text: string): boolean {
  return /[- ]by\b|-with\b|session|checkpoint|logs-url|thread|coding-agent|\bagent:|\bai[- ]|entire-|replit|-run:/i.test(
    text,
  )
}

/** The trailers that say something about AI, in order. `isHidden` tells offsets that are examples. */
export function readTrailers(text: string, isHidden: (offset: number) => boolean): TrailerReading[] {
  const readings: TrailerReading[] = []
  if (!mayHoldTrailers(text)) return readings
  for (const match of text.matchAll(line)) {
    const key = match[1] ?? ''
    const role = roleOfKey(key)
    if (!role || isHidden(match.index)) continue
    const found = match[2] ?? ''
    const start = match.index + match[0].search(/\S/)
    const valueAt = match.index + match[0].length - found.length
    const { value, end } = readValue(text, found, valueAt)
    const reading = readTrailer(role, key, value, readings.at(-1))
    if (!reading) continue
    const mentions = reading.mentions.map((mention) => ({
      ...mention,
      start: mention.start + valueAt,
      end: Math.min(mention.end + valueAt, end),
    }))
    readings.push({ link: null, key, value, ...reading, mentions, start, end })
  }
  return readings
}

/** The value; an address that was wrapped to the next line belongs to it. */
function readValue(text: string, found: string, at: number): { value: string; end: number } {
  const end = at + found.length
  const wrapped = found.includes('<')
    ? null
    : /^\n[ \t]{0,4}<[^<>\s]{3,120}>/.exec(text.slice(end, end + 130))
  if (wrapped) return { value: `${found}${wrapped[0]}`.replace('\n', ' '), end: end + wrapped[0].length }
  const trimmed = found.trimEnd()
  return { value: trimmed, end: at + trimmed.length }
}

type Partial = Pick<TrailerReading, 'kind' | 'statement' | 'mentions'> & { link?: TrailerReading['link'] }

function readTrailer(
  role: TrailerRole,
  key: string,
  value: string,
  previous: TrailerReading | undefined,
): Partial | null {
  switch (role.role) {
    case 'author':
      return readAuthor(value)
    case 'statement':
      return readStatement(value, role.ai, /^(?:agent|authored.by)$/i.test(key))
    case 'trace':
      return readTrace(key, value)
    case 'model':
      return completeModel(value, previous)
    case 'session':
      return {
        kind: 'session',
        statement: false,
        mentions: [],
        link: { kind: role.kind, tool_id: role.tool },
      }
  }
}

function readAuthor(value: string): Partial | null {
  const { mentions, isReviewer } = readAuthorLine(value, true)
  if (isReviewer) return { kind: 'review_bot', statement: false, mentions: [] }
  return mentions.length > 0 ? { kind: 'tool', statement: false, mentions } : null
}

const denial =
  /^[\s"'`*_]*(?:none|no|n\/?a|nobody|nothing|not used|false|never|no (?:ai|llm|tools?|one)\b[^\n]{0,60}|human(?:s| only)?)[\s."'`*_]*$/i
const genericAi =
  /\b(?:ai|llms?|artificial intelligence|chatbots?|language models?|coding agents?|(?:locally )?trained models?)\b/i

function readStatement(value: string, ai: boolean, needsHead: boolean): Partial | null {
  if (isPlaceholder(value)) return null
  if (denial.test(value)) return { kind: 'denial', statement: true, mentions: [] }
  const { mentions, isReviewer, name, address } = readAuthorLine(value, needsHead)
  if (isReviewer) return { kind: 'review_bot', statement: false, mentions: [] }
  const used = { kind: 'tool', statement: true } as const
  if (mentions.length > 0) {
    // An unknown tool may stand before the known model: `codemaker with glm-5.2`.
    const listed = address === 'none' && !needsHead ? readToolList(name.slice(0, 400)) : mentions
    return { ...used, mentions: listed.length > 0 ? listed : mentions }
  }
  const unknown = needsHead || address !== 'none' ? null : readUnknownTool(name)
  if (unknown && (ai || unknown.model_id !== null)) return { ...used, mentions: [unknown] }
  return ai || (!needsHead && genericAi.test(name)) ? { ...used, mentions: [] } : null
}

function readTrace(key: string, value: string): Partial | null {
  const isReplit = /^replit/i.test(key)
  const mentions = readToolMentions(isReplit ? `Replit ${value}` : value.slice(0, 200))
  const kept = isReplit ? mentions.map((mention) => ({ ...mention, start: 0, end: value.length })) : mentions
  return kept.length > 0 ? { kind: 'tool', statement: false, mentions: kept } : null
}

/** `Model: X` right under `Coding-Agent: Y` is its model. Changes the reading above; gives none of its own. */
function completeModel(value: string, previous: TrailerReading | undefined): null {
  const [tool] = previous?.mentions ?? []
  const [model] = readToolMentions(value.slice(0, 200))
  if (previous?.statement && tool && tool.model === null && model?.model) {
    previous.mentions = [{ ...tool, model: model.model, model_id: model.model_id }]
  }
  return null
}
