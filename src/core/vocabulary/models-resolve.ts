// Reads a model's name as people spell it and gives its one id. A small grammar: family, then tails.

import { type ModelFamily, modelFamilies } from './models.ts'
import { canonicalModelId } from './models-id.ts'

/** A model's name found in a text. */
export interface ModelMatch {
  start: number
  /** Exclusive; takes in qualifiers such as `(1M context)`. */
  end: number
  family: ModelFamily
  /** A tier without a version gives `claude-opus`. */
  id: string
  /** True for a tier without a version, such as `Opus`: too little in prose. */
  bare: boolean
}

const providers =
  'anthropic|openai|google|gemini|vertex_ai|vertex|azure|bedrock|openrouter|litellm|aws|us|eu|x-ai|xai|moonshotai|moonshot|deepseek|deepseek-ai|qwen|zai-org|zai|z-ai|mistralai|mistral|meta-llama|meta|github|models|minimax|ollama|hf'
const prefix = new RegExp(`(?:(?:${providers})[./]){1,3}`, 'iy')
// A separator, then a version (`4.6`, `4o`, `70b`) or a word (`codex`, `k2.5`).
const tail = /([ \n_-]?)(v?\d+(?:\.\d+)?[a-z]{0,2}(?![a-z]|\.\d)|[a-z]+\d*(?:\.\d+)?[a-z]*)/iy
const qualifier =
  /\[1m\]|@[\w.-]+|:(?:latest|free|thinking|\d+b?)\b|#[a-z]+\b|[ \n]?\((?:[a-z0-9]+ context|1m|[x-]?high|low|medium|max|minimal|fast|auto|preview|thinking|reasoning|extended(?: thinking)?|(?:x-?high|high|medium|low) (?:effort|reasoning|thinking)|local run)\)|[ \n](?:1m(?: context)?|xhigh|high|low|extended|thinking|preview|latest|experimental)(?![a-z0-9-])/iy
const counted =
  /[ \n](?:times?|hours?|days?|minutes?|weeks?|prompts?|commits?|attempts?|rounds?|iterations?|files?|prs?|lines?)\b/iy
const notTail =
  /^(?:based|generated|assisted|assistance|powered|like|driven|style|only|and|or|with|for|via|cli|code-?review|authored|written|created|compatible|specific|related|api|agent|ai|bot|session|desktop)$/i

interface Starts {
  pattern: RegExp
  families: Map<string, ModelFamily>
}
let lazyStarts: Starts | null = null

/** Every word that a model's name can begin with: its provider's path or its family. */
export function modelStarts(): string[] {
  return [
    ...providers.split('|').flatMap((provider) => [`${provider}/`, `${provider}.`]),
    ...modelFamilies.flatMap((family) => family.starts),
  ]
}

/** The model whose name begins at `at`, or null. Linear in the length of the name. */
export function matchModelAt(text: string, at: number): ModelMatch | null {
  prefix.lastIndex = at
  const from = prefix.test(text) ? prefix.lastIndex : at
  return matchName(text, at, from) ?? (from === at ? null : matchName(text, at, at))
}

/** The one id of a model as written, or null when it is not known. */
export function resolveModelId(written: string): string | null {
  const text = written.slice(0, 200)
  for (const { index } of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z]/g)) {
    const match = matchModelAt(text, index)
    if (match) return match.id
  }
  return null
}

function matchName(text: string, start: number, from: number): ModelMatch | null {
  const { pattern, families } = starts()
  pattern.lastIndex = from
  const found = pattern.exec(text)
  const family = found && families.get(compress(found[0]))
  if (!found || !family) return null
  let end = pattern.lastIndex
  if (family.id === 'claude' && !family.keepsStart) end = skipRepeatedFamily(text, end)
  const tails = readTails(text, end, family)
  if (tails.glued) return null
  const first = family.keepsStart ? [compress(found[0])] : []
  const parts = [...first, ...tails.parts]
  const versioned = tails.parts.some((part) => /\d/.test(part)) || /\d/.test(found[0])
  if (!versioned && !family.keepsStart && tails.parts.length === 0) return null
  if (!versioned && !tails.parts.every((part) => isVariant(part, family))) return null
  if (family.onlyWithTool && !versioned) return null
  const id = canonicalModelId(family, parts)
  if (!id) return null
  const bare = !versioned && (family.id === 'claude' || family.ordinary === true)
  return { start, end: readQualifiers(text, tails.end), family, id, bare }
}

/** Without a version only known words make a model: `mistral-large`, not `gpt-engineer`. */
function isVariant(part: string, family: ModelFamily): boolean {
  return family.variants.includes(part) || part === 'latest' || part === 'preview'
}

interface Tails {
  parts: string[]
  end: number
  /** The start runs on into letters: it is another word. */
  glued: boolean
}

function readTails(text: string, from: number, family: ModelFamily): Tails {
  const parts: string[] = []
  let end = from
  for (let count = 0; count < 10; count++) {
    tail.lastIndex = end
    const found = tail.exec(text)
    if (!found) break
    const separator = found[1] ?? ''
    const word = (found[2] ?? '').toLowerCase()
    if (separator === '' && !/^[vkmr]?\d/.test(word)) return { parts, end, glued: count === 0 }
    const hyphened = separator === '-' || separator === '_'
    if (hyphened ? endsName(word) : !continuesLoosely(text, word, parts, family)) break
    parts.push(word)
    end = tail.lastIndex
  }
  return { parts, end, glued: false }
}

/** After a hyphen anything goes on, but for the English of `GPT-4-generated` and `claude-based`. */
function endsName(word: string): boolean {
  return notTail.test(word) || (word.length > 4 && word.endsWith('ed'))
}

/** After a space only a variant goes on, or the version, once. `tail.lastIndex` is after the word. */
function continuesLoosely(
  text: string,
  word: string,
  parts: readonly string[],
  family: ModelFamily,
): boolean {
  if (family.variants.includes(word)) return true
  if (!/^[a-z]?\d+(?:\.\d+)*[a-z]{0,2}$/.test(word) || parts.some((part) => /\d/.test(part))) return false
  counted.lastIndex = tail.lastIndex
  return !(/^\d+$/.test(word) && counted.test(text))
}

/** `Claude claude-opus-4-6`: the family's name once more. */
function skipRepeatedFamily(text: string, at: number): number {
  const again = /[ _-]claude(?=[ _-])/iy
  again.lastIndex = at
  return again.test(text) ? again.lastIndex : at
}

function readQualifiers(text: string, from: number): number {
  let end = from
  for (let count = 0; count < 3; count++) {
    qualifier.lastIndex = end
    if (!qualifier.test(text)) break
    end = qualifier.lastIndex
  }
  return end
}

function compress(word: string): string {
  return word.toLowerCase().replace(/[ _-]/g, '')
}

function starts(): Starts {
  if (lazyStarts) return lazyStarts
  const families = new Map<string, ModelFamily>()
  const words: string[] = []
  for (const family of modelFamilies) {
    for (const word of family.starts) {
      families.set(compress(word), family)
      words.push(word.replaceAll(' ', '[ _-]?'))
    }
  }
  words.sort((a, b) => b.length - a.length)
  lazyStarts = { pattern: new RegExp(words.join('|'), 'iy'), families }
  return lazyStarts
}
