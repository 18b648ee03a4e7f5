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

// Who serves a model: they stand before its name with a slash or a dot.
const providers =
  'anthropic openai google gemini vertex_ai vertex azure bedrock openrouter litellm aws us eu x-ai xai moonshotai moonshot deepseek deepseek-ai qwen zai-org zai z-ai mistralai mistral meta-llama meta github models minimax ollama hf mlx-community lmstudio-community unsloth nvidia bartowski'.split(
    ' ',
  )
const path = /([a-z][a-z_-]{1,20})[./]/iy
// A separator, then a version (`4.6`, `4o`, `70b`) or a word (`codex`, `k2.5`).
const tail = /([ \n_-]?)(v?\d+(?:\.\d+)?[a-z]{0,2}(?![a-z]|\.\d)|[a-z]+\d*(?:\.\d+)?[a-z]*)/iy
const qualifier =
  /\[1m\]|@[\w.-]+|:(?:latest|free|thinking|\d+b?)\b|#[a-z]+\b|[ \n]?\((?:[a-z0-9]+ context|1m|[x-]?high|low|medium|max|minimal|fast|auto|preview|thinking|reasoning|extended(?: thinking)?|(?:x-?high|high|medium|low) (?:effort|reasoning|thinking)|local run)\)|[ \n](?:1m(?: context)?|xhigh|high|low|extended|thinking|preview|latest|experimental)(?![a-z0-9-])/iy
const counted =
  /[ \n](?:times?|hours?|days?|minutes?|weeks?|prompts?|commits?|attempts?|rounds?|iterations?|files?|prs?|lines?)\b/iy
const notTail =
  /^(?:based|generated|assisted|assistance|powered|like|driven|style|only|and|or|with|for|via|cli|code-?review|authored|written|created|compatible|specific|related|api|agent|ai|bot|session|desktop)$/i

let lazyFamilies: Map<string, ModelFamily> | null = null

/** Every word that a model's name can begin with: its provider's path or its family. */
export function modelStarts(): string[] {
  return [
    ...providers.flatMap((provider) => [`${provider}/`, `${provider}.`]),
    ...modelFamilies.flatMap((family) => family.starts),
  ]
}

/** The model whose name begins at `at`, or null. Linear in the length of the name. */
export function matchModelAt(text: string, at: number): ModelMatch | null {
  const from = skipProviders(text, at)
  return matchName(text, at, from) ?? (from === at ? null : matchName(text, at, at))
}

/** `openrouter/anthropic/`: the offset after up to three of them. */
function skipProviders(text: string, at: number): number {
  let from = at
  for (let count = 0; count < 3; count++) {
    path.lastIndex = from
    const provider = path.exec(text)?.[1]
    if (!provider || !providers.includes(provider.toLowerCase())) break
    from = path.lastIndex
  }
  return from
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
  const begun = readStart(text, from)
  if (!begun) return null
  const { family, word } = begun
  let end = begun.end
  if (family.id === 'claude' && !family.keepsStart) end = skipRepeatedFamily(text, end)
  const tails = readTails(text, end, family)
  if (tails.glued) return null
  const first = family.keepsStart ? [word] : []
  const parts = [...first, ...tails.parts]
  const versioned = tails.parts.some((part) => /\d/.test(part)) || /\d/.test(word)
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
    // What it can begin with; the pattern itself is slow to compile.
    if (!'[@:# \n('.includes(text[end] ?? '.')) break
    qualifier.lastIndex = end
    if (!qualifier.test(text)) break
    end = qualifier.lastIndex
  }
  return end
}

function compress(word: string): string {
  return word.toLowerCase().replace(/[ _-]/g, '')
}

const twoWords = /[a-z]{4,8}[ _-][a-z]+/iy
const oneWord = /o\d|[a-z]{2,12}/iy

/** The family's word that begins at `from`; a version letter may be glued to it, as in `MiniMaxM3`. */
function readStart(text: string, from: number): { family: ModelFamily; word: string; end: number } | null {
  for (const pattern of [twoWords, oneWord]) {
    pattern.lastIndex = from
    const found = pattern.exec(text)?.[0] ?? ''
    const word = compress(found)
    const family = familyOf(word)
    if (family) return { family, word, end: from + found.length }
  }
  oneWord.lastIndex = from
  const glued = oneWord.exec(text)?.[0] ?? ''
  const family =
    /[vkmr]$/i.test(glued) && /\d/.test(text[from + glued.length] ?? '')
      ? familyOf(compress(glued.slice(0, -1)))
      : null
  return family ? { family, word: compress(glued.slice(0, -1)), end: from + glued.length - 1 } : null
}

function familyOf(word: string): ModelFamily | null {
  lazyFamilies ??= new Map(
    modelFamilies.flatMap((family) =>
      family.starts.map((start): [string, ModelFamily] => [compress(start), family]),
    ),
  )
  return lazyFamilies.get(word) ?? null
}
