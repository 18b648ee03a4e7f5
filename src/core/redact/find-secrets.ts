// Where a text holds secrets, for whoever tells its author. Personal data is no secret of this kind.

import type { Span } from '../document/block.ts'
import { contextRules } from './rules-context.ts'
import { keyRules } from './rules-keys.ts'

/** A secret's place; `rule` is the id of the redaction rule that knows it. Never the secret itself. */
export interface FoundSecret extends Span {
  rule: string
}

/** The secrets of `text` in order, none within another. */
export function findSecrets(text: string): FoundSecret[] {
  const lower = text.toLowerCase()
  const found = [...keyRules, ...contextRules]
    .filter(({ hints }) => hints.some((hint) => lower.includes(hint)))
    .flatMap(({ id, pattern, accepts }) =>
      [...text.matchAll(pattern)].flatMap((match): FoundSecret[] => {
        const secret = match.groups?.secret ?? match[0]
        if (accepts?.(secret) === false) return []
        const start = match.index + match[0].lastIndexOf(secret)
        return [{ rule: id, start, end: start + secret.length }]
      }),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((secret) => {
    if (secret.start < end) return false
    end = secret.end
    return true
  })
}
