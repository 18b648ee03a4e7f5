// Finds "§ failed", "it then just gave up", "§ added the class but did not update it": an AI, then adverbs, then a verb
// that says it went wrong.

import { failedVerbs } from '../../vocabulary/lesson-words.ts'

/** Whether an AI (`ai`), or a pronoun that stands for one (`it`), is followed by such a verb. */
export function hasFailedVerb(masked: string, subject: 'ai' | 'it'): boolean {
  for (const tail of subject === 'ai' ? tailsOfAi(masked) : tailsOfPronouns(masked)) {
    for (const verb of dropAdverbs(tail)) {
      if (verbPatterns().some((pattern) => pattern.test(verb))) return true
    }
  }
  return subject === 'ai' && poorlyMade.test(masked)
}

function* tailsOfAi(masked: string): Generator<string> {
  for (const { index } of masked.matchAll(/§/g)) {
    const after = masked.slice(index + 1, index + 1 + reach)
    yield after.replace(/^ \([^()]{1,40}\)/, '')
    // "§'s changes to the file were not applied"
    const owned = /^'s?((?: \S+){1,3})/.exec(after)
    if (owned) {
      const words = owned[1]?.trim().split(' ') ?? []
      for (let count = 1; count <= words.length; count++)
        yield after.slice(2).split(' ').slice(count).join(' ')
    }
    const clause = /^[^.;]{0,120}/.exec(after)?.[0] ?? ''
    for (const joint of clause.matchAll(/\b(?:but|and|which|that it)\b/g)) {
      if (joint.index <= 80) yield after.slice(joint.index + joint[0].length)
    }
  }
}

function* tailsOfPronouns(masked: string): Generator<string> {
  const pronoun = /(?:^|[\s(,;])(?:it|they|this|that|the (?:agent|model|tool|ai|bot|llm))(?= )/g
  for (const match of masked.matchAll(pronoun)) yield masked.slice(match.index + match[0].length)
}

/** `tail`, then without each of up to three adverbs and auxiliaries at its start. */
function* dropAdverbs(tail: string): Generator<string> {
  let rest = tail.replace(/^[\s,]+/, '')
  for (let count = 0; count < 4; count++) {
    yield rest
    const [word = ''] = /^(?:at first|kind of|sort of|(?:seems?|seemed) to(?: be)?|[\w']+)/.exec(rest) ?? []
    if (!adverbs.has(word) && !/^\w+ly$|^at first$|of$|^seem/.test(word)) return
    rest = rest.slice(word.length).replace(/^[\s,]+/, '')
  }
}

// No pattern looks further; a longer rest would be copied for every AI in a long sentence.
const reach = 600

const adverbs = new Set(
  'just also still both all first then is was has had been again even so however though and often sometimes once always it they conveniently'.split(
    ' ',
  ),
)

const poorlyMade =
  /§[- ](?:generated|written|made) (?:\w+ ){0,2}(?:that|which) (?:was|were|wasn't|weren't|is|isn't|aren't|did|didn't)/

let lazyVerbs: RegExp[] | null = null

/** One small pattern each: together they would take long to compile. */
function verbPatterns(): readonly RegExp[] {
  lazyVerbs ??= failedVerbs.map((verb) => new RegExp(`^${verb}\\b`))
  return lazyVerbs
}
