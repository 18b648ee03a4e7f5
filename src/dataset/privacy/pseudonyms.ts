// Names that are nobody’s, made with a key that stays with the team: without it nobody can try out who is behind one.

import { createHmac } from 'node:crypto'
import { UsageError } from '../../report/usage-error.ts'

/** Hexadecimal digits of the HMAC-SHA-256 of `text`; `kind` keeps equal texts of two kinds apart. */
export type Pseudonym = (kind: 'author' | 'record' | 'commit', text: string, digits: number) => string

/** Fewer characters can be guessed. */
const leastKey = 16

/** Throws a UsageError when `key` is too short to keep a secret. */
export function createPseudonym(key: string | undefined): Pseudonym {
  if (key === undefined || key.length < leastKey) {
    throw new UsageError(
      `\`AI_WORKLOG_PSEUDONYM_KEY\` must hold at least ${leastKey} characters for pseudonyms, such as the output of \`openssl rand -hex 32\`, got ${key === undefined ? 'none' : key.length}`,
    )
  }
  const known = new Map<string, string>()
  return (kind, text, digits) => {
    const cached = known.get(`${kind}\0${text}`)
    if (cached !== undefined) return cached.slice(0, digits)
    const made = createHmac('sha256', key).update(`${kind}\0${text}`).digest('hex')
    // Authors come again and again; the rest once.
    if (kind === 'author' && known.size < 100_000) known.set(`${kind}\0${text}`, made)
    return made.slice(0, digits)
  }
}

/** `author-` and 16 digits, the same for every spelling of a login. */
export function toAuthorPseudonym(login: string, pseudonym: Pseudonym): string {
  return `author-${pseudonym('author', login.toLowerCase(), 16)}`
}
