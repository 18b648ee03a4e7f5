// The wording of the complaints about `exempt`, with the patterns they explain. Each follows the name of the key.

import { booleanHint } from './expect-value.ts'
import { quoteText, quoteValue } from './quote-value.ts'

interface Issue {
  input: unknown
}

/** A user's login, that of an account an organisation manages (`mona_octo`) or of a bot. */
export const loginPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}(?:\[bot\])?$/
export const teamPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/
/** GitHub's own limits. */
export const labelPattern = /^(?=\S)(?!.*\s$)[^\t\r\n]{1,50}$/
/** What other matchers read as something else than itself is refused. */
export const globPattern = /^(?!\/)[^!{}\\\t\r\n]{1,120}$/
export const datePattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

export function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

export function expectLogin({ input }: Issue): string {
  return `must be a login such as \`octocat\` or \`dependabot[bot]\`, got ${quoteValue(input)}${withoutAt(input, loginPattern)}`
}

export function expectTeam({ input }: Issue): string {
  return `must be \`organisation/team\`, got ${quoteValue(input)}${withoutAt(input, teamPattern)}`
}

export function expectLabel({ input }: Issue): string {
  return `must be the name of a label, 1 to 50 characters on one line, got ${quoteValue(input)}${quoteHint(input)}`
}

export function expectOverride({ input }: Issue): string {
  return `must be the name of a label, 1 to 50 characters on one line, or \`false\` for none, got ${quoteValue(input)}${quoteHint(input)}`
}

/** Says which part of a glob is refused, and what to write instead. */
export function expectGlob({ input }: Issue): string {
  const got = `got ${quoteValue(input)}`
  if (typeof input !== 'string') return `must be a glob such as \`docs/**\`, ${got}`
  if (input.startsWith('/')) return `must not start with \`/\`, ${got}: paths are those from the root`
  const refused = /[!{}\\]/.exec(input)?.[0]
  if (refused !== undefined) return `must not hold ${quoteText(refused)}, ${got}: ${remedies[refused]}`
  return `must be a glob of 1 to 120 characters on one line, ${got}`
}

const remedies: Readonly<Record<string, string>> = {
  '!': 'a glob only adds, nothing takes away',
  '{': 'write one glob for each',
  '}': 'write one glob for each',
  '\\': 'separate folders with `/`; nothing needs escaping',
}

export function expectDate({ input }: Issue): string {
  return `must be a day such as \`2026-09-01\`, got ${quoteValue(input)}`
}

export function expectBots({ input }: Issue): string {
  const hint = booleanHint(input) || (typeof input === 'string' ? ': write it as a list item, `- …`' : '')
  return `must be \`true\`, \`false\` or a list of logins, got ${quoteValue(input)}${hint}`
}

/** Complains about a value that is not a list of `what`. */
export function expectItems(what: string): (issue: Issue) => string {
  return ({ input }) => {
    const remedy = typeof input === 'string' ? ': write it as a list item, `- …`' : ''
    return `must be a list of ${what}, got ${quoteValue(input)}${remedy}`
  }
}

/** Complains about a list of more than `limit`. */
export function expectMost(limit: number): (issue: Issue) => string {
  return ({ input }) => `must have at most ${limit} items, got ${Array.isArray(input) ? input.length : 0}`
}

/** Complains about what is no whole number from 1 to `limit`. */
export function expectWhole(limit: number): (issue: Issue) => string {
  const range = limit === Number.MAX_SAFE_INTEGER ? 'from 1' : `from 1 to ${limit.toLocaleString('en-US')}`
  return ({ input }) => {
    const meant = typeof input === 'string' && /^#?[1-9]\d{0,8}$/.test(input) ? input.replace('#', '') : null
    return `must be a whole number ${range}, got ${quoteValue(input)}${meant === null ? '' : `: did you mean \`${meant}\`?`}`
  }
}

/** People are written with an `@` elsewhere. */
function withoutAt(input: unknown, pattern: RegExp): string {
  if (typeof input !== 'string' || !input.startsWith('@')) return ''
  return pattern.test(input.slice(1)) ? `: did you mean \`${input.slice(1)}\`?` : ''
}

/** A label may be named like a number or a boolean. */
function quoteHint(input: unknown): string {
  return typeof input === 'number' || typeof input === 'boolean' ? `: put it in quotes, \`"${input}"\`` : ''
}
