// Whether a masked sentence tells of something an AI got wrong, or of something a human changed by hand. Every large
// pattern stands behind a cheap one: most sentences tell of neither, and a pattern is compiled when it is first tried.

import { failedWork } from '../../vocabulary/lesson-words.ts'
import { hasFailedVerb } from './has-failed-verb.ts'
import { tellsHandwork } from './tells-handwork.ts'
import { tellsPoorWork } from './tells-poor-work.ts'

/** What the sentences before leave open. */
export interface Thread {
  /** An AI was their subject, so that "it" is one. */
  isAboutAi: boolean
  /** It stands under a title that asks about AI. */
  inDisclosure: boolean
}

/** `own`: the sentence names who failed. `thread`: it goes on with what was told before. */
export type Failure = 'own' | 'thread' | null

/** Whether `masked` tells of a failed attempt of an AI. */
export function tellsFailure(masked: string, { isAboutAi, inDisclosure }: Thread): Failure {
  const hasAi = masked.includes('§')
  if (!isAboutAi && !inDisclosure && !hasAi) return null
  if (supposes.test(masked) || praises.test(masked) || noSuch.test(masked)) return null
  if (hasAi && hasFailedVerb(masked, 'ai')) return 'own'
  if ((isAboutAi || hasAi) && hasFailedVerb(masked, 'it')) return starts.test(masked) ? 'own' : 'thread'
  if (failedWorkPatterns().some((pattern) => pattern.test(masked))) return 'thread'
  return tellsPoorWork(masked, isAboutAi) ? (hasAi ? 'own' : 'thread') : null
}

/** Whether `masked` tells that a human changed what an AI had made. */
export function tellsCorrection(masked: string, { isAboutAi, inDisclosure }: Thread): boolean {
  if (supposes.test(masked)) return false
  return tellsHandwork(masked, inDisclosure || isAboutAi || masked.includes('§'))
}

const supposes =
  /^\W*(?:before (?:this|the)|previously|currently|today|until now|as of|when (?:using|calling|running|a user))\b|[?？]\s*$|^\W*(?:if|unless|whether|in case|please)\b|\b(?:would|might|could have|may|perhaps|maybe|possibl[ey])\b/
// "Claude did not need any correction" praises; that Codex had no network is its own note.
const praises =
  /\b(?:did not|didn't|never) (?:need|have to|require|use|touch|hallucinate|fail|break|make (?:any )?(?:mistakes?|errors?))\b|\bfail(?:ed|s)? as expected\b|\bcouldn't run certain commands/
const noSuch = /\b(?:no|without) (?:\w+ )?§/
// Opens another point rather than going on with the last.
const starts =
  /^\W*(?:additionally|also|then|finally|and then|another|next|later|second(?:ly)?|third(?:ly)?|it also)\b/

let lazyWork: RegExp[] | null = null

/** One small pattern each: together they would take long to compile. */
function failedWorkPatterns(): readonly RegExp[] {
  lazyWork ??= failedWork.map((part) => new RegExp(`(?:^|[\\s("'])${part}`))
  return lazyWork
}
