// Reads `Name <e-mail>` as trailers and commits carry it: which tool it is, if any, and which model it names.

import { readToolMentions, type ToolMention } from '../extract/shapes/tool-mention.ts'
import { findAtoms } from '../extract/shapes/tool-mention-atoms.ts'
import type { Tool } from '../vocabulary/tool.ts'
import { findTool, identifyEmail } from '../vocabulary/tools-index.ts'

/** What an author line stands for; offsets of the mentions are offsets into the line. */
export interface AuthorReading {
  mentions: ToolMention[]
  /** True for a bot that only reviews. */
  isReviewer: boolean
  /** The line without its e-mail address. */
  name: string
  /** Whose address follows: a tool's, one that no tool is known to use, or none. */
  address: 'tool' | 'personal' | 'none'
}

/** Longer lines are no author's; reading stops there. */
const maxLength = 400

/** Reads an author line. `strict`: the whole name must be a tool's, as where people stand; else any name in it. */
export function readAuthorLine(line: string, strict: boolean): AuthorReading {
  const { name, email } = splitAuthor(line.slice(0, maxLength))
  const identity = email === null ? null : identifyEmail(email)
  const address = identity ? 'tool' : email === null ? 'none' : 'personal'
  const none = { mentions: [], isReviewer: false, name, address } satisfies AuthorReading
  if (identity && 'reviewer' in identity) return { ...none, isReviewer: true }
  if (findAtoms(name).some((atom) => atom.kind === 'reviewer')) return { ...none, isReviewer: true }
  const named = readToolMentions(name)
  if (identity) return { ...none, mentions: combine(identity.tool, named, email ?? '', line) }
  const mentions = named.filter((mention) => !(address === 'personal' && isFirstName(mention, name)))
  return { ...none, mentions: strict && !isToolName(name, mentions) ? [] : mentions }
}

function splitAuthor(line: string): { name: string; email: string | null } {
  const open = line.lastIndexOf('<')
  if (open < 0) return { name: line, email: null }
  const inside = line.slice(open + 1).replace(/>?\s*$/, '')
  if (!inside.includes('@') || /\s/.test(inside)) return { name: line, email: null }
  return { name: line.slice(0, open).trimEnd(), email: inside }
}

/**
 * The address says which tool, the name says which model. Only a shared `noreply@` leaves it to the name: some tools
 * sign with another vendor's address.
 */
function combine(tool: Tool, named: readonly ToolMention[], email: string, line: string): ToolMention[] {
  const first = named[0]
  const whole = { tool_id: tool.id, name: tool.name, vendor: tool.vendor, start: 0, end: line.length }
  if (!first) return [{ ...whole, version: null, model: null, model_id: null, used_for: null }]
  const namesProduct = first.tool_id !== null && findTool(first.tool_id)?.family !== true
  if (namesProduct && first.tool_id !== tool.id && /^no-?reply@/i.test(email)) return [...named]
  const models = named.filter((mention) => mention.model !== null)
  return (models.length > 0 ? models : [first]).map((mention) => ({ ...mention, ...whole }))
}

/** `Devin <devin@gmail.com>`: a first name alone in front of a private address is a person's. */
function isFirstName(mention: ToolMention, name: string): boolean {
  const tool = mention.tool_id === null ? null : findTool(mention.tool_id)
  return tool?.firstName === true && mention.model === null && /^\W*[\p{L}]+\W*$/u.test(name)
}

const tailWord =
  /^(?:agent|agents|bot|ai|cli|code|app|web|cloud|desktop|ide|assistant|mode|translate|test|tests|evaluation|contributors|team|automation|local|dev)$/i

/** Whether the name is a tool's from its first word on, with nothing after it but words such as `Agent`. */
function isToolName(name: string, mentions: readonly ToolMention[]): boolean {
  const first = mentions[0]
  const last = mentions.at(-1)
  if (!first || !last || /[\p{L}\p{N}]/u.test(name.slice(0, first.start).replace(/^\W*AI\W/i, '')))
    return false
  const rest = name.slice(last.end).replace(/\([^()]*\)|\[bot\]|<[^<>]*>?/gi, ' ')
  return (rest.match(/[\p{L}]+/gu) ?? []).every((word) => tailWord.test(word))
}
