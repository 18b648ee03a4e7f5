// What a ticked box says about AI use. Its words may deny, affirm, attest, or speak of a case that may not be.

import { splitSentences } from '../document/read-sentences.ts'
import { maskSentence } from './prose/mask-sentence.ts'
import { asks, tellsNone, tellsUse } from './prose/tells-use.ts'
import { readYesNo } from './shapes/yes-no.ts'

/** What a ticked box with `text` says; `inDisclosure` when it stands under a title that asks about AI. */
export function readAiBox(text: string, inDisclosure: boolean): 'used' | 'none' | null {
  const { masked, mentions } = maskSentence(
    { text, start: 0, end: text.length, group: 0, inItem: true },
    () => true,
  )
  const plain = masked.replace(/\s*\([^()]*\)/g, '')
  if (text.length <= longestTitle && isTitle.test(text)) return null
  if (inDisclosure && readYesNo(text) === true) return 'used'
  if (asks(plain) || either.test(plain) || promises.test(plain)) return null
  if (tellsNone(plain, 'disclosure') || (plain.includes('§') && deniesUse.test(plain))) return 'none'
  if (inDisclosure && readYesNo(text) === false && !masked.includes('§')) return 'none'
  const says = splitSentences(plain).map(({ start, end }) => plain.slice(start, end))
  if (says.some((sentence) => tellsUse(sentence, 'free'))) return 'used'
  if (attests.test(plain) || (!inDisclosure && !plain.includes('§'))) return null
  if (negated.test(plain)) return null
  if (tellsUse(plain, 'disclosure')) return 'used'
  return inDisclosure && (mentions.length > 0 || purpose.test(plain) || plain.includes('§')) ? 'used' : null
}

// "AI usage:" above boxes of its own only titles them.
const longestTitle = 200
const isTitle = /^\W*(?:\S+ ){0,2}\S+[:：]\W*$/
// "I did not use AI, or I disclosed it below": one box for both answers.
const either = /§.*\bor\b.*\b(?:disclos|describ|list|state|below)/
// "Any use of AI has been disclosed below" and "I will not use AI to answer" say nothing of whether there was any.
const promises =
  /\b(?:any|all) (?:use|usage) of §|\b(?:will|shall|must|should|agree|policy|guidelines?|disclosure file)\b/
const deniesUse =
  /\b(?:did not|didn't|have not|haven't|was not|were not|wasn't|weren't|not)\b.{0,40}§|\bno\b.{0,24}§|\bwithout (?:any |the )?(?:use of |help of |assistance of )?§/
const attests =
  /\b(?:review|read|understand|understood|verif|tested\b|responsib|explain|own words|confirm|certif|license|disclosed|attribut)/
const negated = /\b(?:no|not|without|never|none|by hand|if)\b|n't\b/
// The boxes of a question that takes many answers: "Code generation", "Documentation", "Tests".
const purpose =
  /^\W*(?:\w+ )?(?:code|test|doc|documentation|research|refactor|debug|brainstorm|translat|review|draft|generat|writ|autocomplet|assist|boilerplate|design|plan|proofread|grammar|explor|understand)/
