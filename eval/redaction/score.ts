// Scores a redactor on made secrets. Pure.

import { viewText } from '../../src/core/redact/views.ts'
import { type Kind, settings } from './kind.ts'
import { createRandom } from './random.ts'

export const seeds = 30

/** Takes what it knows out of a text. */
export type Redact = (text: string) => string | Promise<string>

export interface KindScore {
  name: string
  removed: number
  total: number
  /** What was left, as `setting: text`. */
  missed: string[]
  /** What was made of the texts. */
  redacted: string[]
}

/** How many of `seeds` secrets of `kind`, in each setting, are gone to the last piece. */
export async function scoreKind(kind: Kind, redact: Redact): Promise<KindScore> {
  const score: KindScore = { name: kind.name, removed: 0, total: 0, missed: [], redacted: [] }
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { text, secret } = kind.make(createRandom(seed * 1000 + kind.name.length))
    for (const { name, wrap } of settings) {
      const wrapped = wrap(text)
      if (wrapped === null) continue
      score.total += 1
      const redacted = await redact(wrapped)
      score.redacted.push(redacted)
      if (isGone(secret, redacted)) score.removed += 1
      else score.missed.push(`${name}: ${wrapped}`)
    }
  }
  return score
}

/** Removed is what leaves no eight characters in a row of the secret, in any way to read the text. */
export function isGone(secret: string, text: string): boolean {
  const left = viewText(text).map((view) => view.text)
  return listPieces(secret).every((piece) => left.every((view) => !view.includes(piece)))
}

const length = 8

// What is no part of the secret itself: the frame of a key, quotes, the public part of a webhook's address.
const frame = /-----[^-]+-----|^> |\\n|\s+|https:\/\/[\w.]+\/(?:services|api\/webhooks)\//gm

function listPieces(secret: string): string[] {
  return secret.split(frame).flatMap((part) => {
    if (part === '') return []
    if (part.length <= length) return part === secret ? [part] : []
    return Array.from({ length: part.length - length + 1 }, (_, start) => part.slice(start, start + length))
  })
}
