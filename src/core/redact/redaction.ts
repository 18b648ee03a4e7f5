// What a repository or a run adds to the rules.

import type { Span } from '../document/block.ts'

export interface Redaction {
  /** Values that must not stand anywhere, in every form they may be written in. */
  known: readonly string[]
  /** The policy's own patterns; `find` takes linear time. */
  patterns: readonly { id: string; find: (text: string) => Span[] }[]
  /** True for what the policy says is none. */
  isAllowed: (value: string) => boolean
}

export const noRedaction: Redaction = { known: [], patterns: [], isAllowed: () => false }

/** Shorter values stand in too many texts by chance. */
const leastKnown = 8

/** `values`, such as our own token, also as Base64, and as Git sends them in a header. */
export function withKnown(redaction: Redaction, values: readonly string[]): Redaction {
  const known = values
    .filter((value) => value.length >= leastKnown)
    .flatMap((value) => [value, encode(value), encode(`x-access-token:${value}`)])
    .filter((value) => value !== '')
  return { ...redaction, known: [...redaction.known, ...known] }
}

function encode(value: string): string {
  // Without the padding and what a neighbour would change.
  return /^[\u0020-\u007E]*$/.test(value) ? btoa(value).replace(/.?=*$/, '') : ''
}
