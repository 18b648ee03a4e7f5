// Reads an answer to "which tools?": known tools, and unknown ones as written, but never a sentence as a tool.

import { resolveModelId } from '../../vocabulary/models-resolve.ts'
import { readToolMentions, type ToolMention } from './tool-mention.ts'
import { readPurpose } from './tool-mention-gap.ts'

// A name of one to four words; each but the first starts with a capital or a digit-bearing word, or is short.
const item =
  /^[\s"'`*_•-]*([\p{L}][\p{L}\p{N}.+&'’_-]{0,40}(?:[ -][\p{Lu}][\p{L}\p{N}.+_-]{0,30}|[ ](?:ai|cli|code|agent|assistant|ide|bot|copilot|chat|studio)(?![\p{L}])){0,3})[`"'*_]*(?:[ ](?:version[ ])?v?(\d+(?:\.\d+)+[\w.+-]*|\d+(?=$|[ ]?[(,;:—–-]))[`"'*_]*)?[ ]?(?:\(([^()\n]{0,120})\))?(?:[ ](?:with|using|running)[ ](?:the[ ])?([\p{L}\p{N}][\p{L}\p{N}./:@_-]*(?:[ ][\p{Lu}\p{N}][\p{L}\p{N}.-]*){0,3}))?(?=$|[\s]*[:—–|]|[ ]-[ ]|[ ](?:for|to)[ ]|[.]?$)/u
const notTool =
  /^(?:i|we|my|our|it|its|this|that|these|those|the|an?|there|yes|no|not|none|nothing|n\/a|na|nil|never|null|unknown|unspecified|various|several|other|others|todo|tbd|ai|llm|llms|model|models|tool|tools|version|name|used|using|all|some|only|mostly|partly|minor|code|tests?|docs?|documentation|review|please|see|generated|assisted|agent|assistant|prompt|prompts|human|manual|manually|implementation|purpose|scope|unavailable|e\.g\.?|example|just|also|and|or|with|for|to|in|on|was|is|are|were|yep|nope|ok|okay|true|false|done)$/i

/**
 * The tools of a list's answer. A line, or a part between `;`, that names no known tool is kept as written when it
 * has the form of a name with at most a version, a model and a purpose.
 */
export function readToolList(text: string): ToolMention[] {
  const mentions: ToolMention[] = []
  for (const part of splitAnswer(text)) {
    const known = readToolMentions(part.text)
    const unknown = known.some((mention) => isExplicit(mention, part.text))
      ? null
      : readUnknownTool(part.text)
    for (const mention of unknown ? [unknown] : known) {
      mentions.push({ ...mention, start: mention.start + part.start, end: mention.end + part.start })
    }
  }
  return mentions
}

/** A tool the vocabulary does not know, when the whole text has the form of one. */
export function readUnknownTool(text: string): ToolMention | null {
  const found = item.exec(text.slice(0, 400))
  const name = found?.[1]?.replace(/[.'’_-]+$/, '') ?? ''
  if (!found || name.length < 2 || isOrdinary(name) || isOrdinary(name.split(' ')[0] ?? '')) return null
  const start = text.indexOf(name)
  const rest = text.slice(found[0].length)
  const tied = readTiedModel(rest)
  const model = readModel(found[3] ?? null) ?? found[4] ?? tied
  return {
    tool_id: null,
    name,
    vendor: null,
    version: found[2] ?? null,
    model,
    model_id: model === null ? null : resolveModelId(model),
    used_for: tied === null ? readPurpose(rest, false) : null,
    start,
    end: found[0].length,
  }
}

/** `FooAI:gpt-5`, `FooAI: gpt-5`: what follows the colon is a known model and nothing else. */
function readTiedModel(rest: string): string | null {
  const model = /^\s?:\s?([\w./:@-]{2,60})\s*$/.exec(rest)?.[1] ?? null
  return model !== null && resolveModelId(model) !== null ? model : null
}

/** Words of an answer that are no name; participles and nouns of activity too: `Drafted`, `Planning`. */
function isOrdinary(word: string): boolean {
  return (
    notTool.test(word) || /[ -]by$/i.test(word) || /^\p{L}{2,}(?:ed|ing|tion|tten|ment|ance)$/iu.test(word)
  )
}

/** The model in a parenthesis: `model: foo`, `foo-large`, a known name; else it is a remark. */
function readModel(inside: string | null): string | null {
  const first =
    inside
      ?.split(/[,;]/, 1)[0]
      ?.replace(/^\s*(?:model|llm)\s*[:=]?\s+/i, '')
      .trim() ?? ''
  if (resolveModelId(first) !== null) return first
  const labelled = /^\s*(?:model|llm)\b/i.test(inside ?? '')
  const slug =
    /^[a-z](?:[\w.]|[-/:](?=[\w.]))*$/i.test(first) &&
    /.[-/:]|.\.[\w.]/.test(first) &&
    !/\b(?:mode|reviewer|assisted|only|supervised|based)\b/i.test(first)
  return first && (labelled || slug) && !/^(?:unknown|none|n\/a)$/i.test(first) ? first : null
}

/** True unless only a model is named and what stands before it may be an unknown tool: `FooAI (GPT-5)`. */
function isExplicit(mention: ToolMention, text: string): boolean {
  const modelOnly = mention.model !== null && text.startsWith(mention.model, mention.start)
  const before = text.slice(0, mention.start)
  return (
    !modelOnly ||
    !/^[\s"'`*_]*[\p{L}][\w.+-]*(?:[ ][\p{Lu}][\w.+-]*){0,3}[ ]?(?:\(|:|with[ ]|using[ ])/u.test(before)
  )
}

function splitAnswer(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = []
  let start = 0
  for (const match of text.matchAll(/[\n;]|$/g)) {
    const part = text.slice(start, match.index)
    if (part.trim()) parts.push(...splitNames(part, start))
    start = match.index + 1
  }
  return parts
}

/** `FooAI, BarBot and BazCode`: split where every part is a bare name. */
function splitNames(text: string, start: number): { text: string; start: number }[] {
  if (text.length > 200 || !/,| and | & /.test(text)) return [{ text, start }]
  const parts: { text: string; start: number }[] = []
  let from = 0
  for (const match of text.matchAll(/,[ ]|[ ](?:and|&)[ ]|$/g)) {
    parts.push({ text: text.slice(from, match.index), start: start + from })
    from = match.index + match[0].length
  }
  // What has neither capital, digit nor dot is no name; the pattern of names is slow to compile.
  if (!parts.every((part) => /[A-Z\d.\u0080-\uffff]/.test(part.text))) return [{ text, start }]
  const bare = parts.every((part) => {
    const unknown = readUnknownTool(part.text)
    return unknown !== null && unknown.end >= part.text.length && /^[\p{Lu}\d]|[\d.]/u.test(unknown.name)
  })
  // Where every part is known, the whole says better what belongs together.
  const hasUnknown = parts.some((part) => readToolMentions(part.text).length === 0)
  return bare && hasUnknown ? parts : [{ text, start }]
}
