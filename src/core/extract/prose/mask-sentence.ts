// A sentence with every AI in it replaced by one sign, so that a pattern can speak of who did what to whom.

import type { Sentence } from '../../document/read-sentences.ts'
import { aiNouns } from '../../vocabulary/ai-nouns.ts'
import { findToolMentions, type ToolMention } from '../shapes/tool-mention.ts'

/** Stands for an AI, named or not. */
const ai = '§'

export interface MaskedSentence extends Sentence {
  /** The first 2,000 characters, lower case, straight quotes, named AIs as `§`, other words for one as `§` too. */
  masked: string
  /** The tools it names. */
  mentions: ToolMention[]
}

/** Masks `sentence`; `isKnown` tells tools the pull request is known to name, whose names need no context. */
export function maskSentence(sentence: Sentence, isKnown: (vendor: string) => boolean): MaskedSentence {
  const mentions = findToolMentions(sentence.text, isKnown)
  let masked = ''
  let last = 0
  for (const { start, end } of mentions) {
    if (start < last) continue
    masked += `${sentence.text.slice(last, start)}${ai}`
    last = end
  }
  masked += sentence.text.slice(last)
  return { ...sentence, masked: maskNouns(masked.slice(0, maxMasked)), mentions }
}

// A longer sentence is a list or a dump, and some patterns take the square of its length.
const maxMasked = 2000

function maskNouns(text: string): string {
  const plain = text.toLowerCase().replace(/[’‘]/g, "'").replace(/[*_`]/g, '')
  const masked = mayHoldNoun.test(plain) ? plain.replace(nouns, ai) : plain
  return (masked.includes(ai) ? masked.replace(list, ai) : masked).replace(/\s+/g, ' ')
}

// What every noun begins with or holds: `nouns` takes milliseconds to compile, and most sentences speak of no AI.
const mayHoldNoun =
  /\b(?:(?:gen)?a\.?i\b|llm|language m|generative |cod(?:e|ing) a|chat ?bot|ki\b|i\.?a\.? g|l'ia\b|inteligencia )|[ии人大]/

const nouns = new RegExp(`(?<![\\p{L}\\p{N}/@.-])${aiNouns}(?![\\p{L}\\p{N}_/])`, 'giu')
// "§ and §", "§ (§)", "the § agent" are one AI to a sentence.
const list = new RegExp(
  `${ai}(?:'s)?(?:,? (?:and|or|\\+|&|with|via|on|in) ${ai}| ?[(/+] ?${ai}\\)?| (?:coding )?(?:agent|cli|model|bot|assistant)\\b)+`,
  'g',
)
