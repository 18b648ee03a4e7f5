// The wording of the policy schema's complaints. Each message follows the name of the key.

import { quoteValue } from './quote-value.ts'
import { suggestValue } from './suggest-value.ts'

interface Issue {
  input: unknown
}

/** Complains about a value that is not one of `allowed`. */
export function expectOneOf(allowed: readonly string[]): (issue: Issue) => string {
  return ({ input }) => `must be ${listWords(allowed, 'or')}, got ${quoteValue(input)}${hint(input, allowed)}`
}

/** Complains about a value that is not `true` or `false`. */
export function expectBoolean({ input }: Issue): string {
  return `must be \`true\` or \`false\`, got ${quoteValue(input)}${booleanHint(input)}`
}

/** Complains about a value that is not a list of `allowed`. */
export function expectList(allowed: readonly string[]): (issue: Issue) => string {
  return ({ input }) => {
    const remedy =
      typeof input === 'string' && allowed.includes(input) ? `: did you mean \`[${input}]\`?` : ''
    return `must be a list of ${listWords(allowed, 'and')}, got ${quoteValue(input)}${remedy}`
  }
}

/** Complains about a value that is not a list of texts. */
export function expectTexts({ input }: Issue): string {
  const remedy = typeof input === 'string' ? ': write it as a list item, `- …`' : ''
  return `must be a list of texts, got ${quoteValue(input)}${remedy}`
}

/** Complains about a text that is no word or title. */
export function expectWord({ input }: Issue): string {
  return `must be a text of 1 to ${maxWordLength} characters on one line, got ${quoteValue(input)}`
}

/** Complains about a list that is too long. */
export function expectFewer({ input }: Issue): string {
  const count = Array.isArray(input) ? input.length : 0
  return `must have at most ${maxWords} items, got ${count}`
}

/** Longer words are no title, label or denial, but prose. */
export const maxWordLength = 120
/** Of one list. */
export const maxWords = 200

/** Complains about a text that is no pattern. */
export function expectPattern({ input }: Issue): string {
  return `must be a pattern of 1 to ${maxPatternLength} characters on one line, got ${quoteValue(input)}`
}

/** Complains about a list of too many patterns. */
export function expectFewerPatterns({ input }: Issue): string {
  const count = Array.isArray(input) ? input.length : 0
  return `must have at most ${maxPatterns} items, got ${count}: join them with \`|\``
}

export const maxPatternLength = 500
/** Each is looked for in every text. */
export const maxPatterns = 20

/** Complains about a list item that was there before. */
export function expectUnique({ input }: Issue): string {
  return `must not be repeated, got ${quoteValue(input)} twice`
}

/** Complains about a value that is not a mapping of `keys`. */
export function expectMapping(keys: readonly string[]): (issue: Issue) => string {
  return ({ input }) => `must be a mapping of ${listWords(keys, 'and')}, got ${quoteValue(input)}`
}

/** The value at `path`, as the subject of a message. */
export function nameValue(path: readonly string[]): string {
  return path.length === 0 ? 'A policy' : `\`${path.join('.')}\``
}

/** Complains about a value that names no policy to extend. */
export function expectExtends({ input }: Issue): string {
  return `must be \`owner/repository\`, \`owner/repository:path\` or a path that starts with \`./\` or \`../\`, got ${quoteValue(input)}`
}

/** `` `a`, `b` or `c` ``. */
function listWords(words: readonly string[], last: 'and' | 'or'): string {
  const quoted = words.map((word) => `\`${word}\``)
  if (quoted.length < 2) return quoted.join('')
  return `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`
}

function hint(input: unknown, allowed: readonly string[]): string {
  // YAML 1.1 writers turn `off` and `no` into `false`.
  const words = input === false ? ['off', 'no'] : input === true ? ['yes'] : []
  const found = words.find((word) => allowed.includes(word)) ?? null
  return meant(found ?? (typeof input === 'string' ? suggestValue(input, allowed) : null))
}

/** What a word of YAML 1.1 for a boolean means; empty for anything else. */
export function booleanHint(input: unknown): string {
  if (typeof input !== 'string') return ''
  const word = input.toLowerCase()
  // YAML 1.1 read these as booleans, YAML 1.2 reads them as text.
  if (['yes', 'on', 'y', 'true'].includes(word)) return meant('true')
  return meant(['no', 'off', 'n', 'false'].includes(word) ? 'false' : null)
}

function meant(value: string | null): string {
  return value === null ? '' : `: did you mean \`${value}\`?`
}
