// The cause of a failure, where somebody states it in so many words. What is guessed, asked or planned is none.

import { cutAtSpace } from '../text/cut-at-space.ts'
import { longestLine } from '../text/one-line.ts'
import { toPlainText } from '../text/plain-text.ts'
import { withoutBrokenWords } from '../text/without-broken-words.ts'

const states =
  /\b(?:the|a|its|root|real|actual|underlying|main) (?:root )?(?:cause|reason|issue|problem|bug|culprit|error|failure|mistake)(?: here| now)? (?:is|was|comes from|came from)\b|\b(?:root cause|cause|reason|problem|issue):|\b(?:caused by|due to|comes from|came from|stems from)\b|\b(?:fail|fails|failed|failing|breaks|broke|crashes|crashed|errors|hangs|hung|throws)\b.{0,80}\b(?:since|because|as)\b/i
const because = /\b(?:because|since)\b/i
/** A reason for what is done next is no cause of what went wrong. */
const negative =
  /\b(?:fail\w*|error\w*|br[eo]ak\w*|broken?|wrong\w*|missing|not|no|never|cannot|can'?t|\w+n't|undefined|null|mismatch\w*|expect\w*|throw\w*|crash\w*|hang\w*|hung|stale|conflict\w*|timed? ?out|invalid|unknown|unsupported|reject\w*|still|already|leak\w*|race\w*|outdated|forgot\w*|lack\w*|without)\b/i
const hedged =
  /\b(?:may|might|maybe|perhaps|probabl[ey]|possibl[ey]|could be|likely|seems?|seemingly|appears?|i think|i guess|i suspect|i believe|presumably|unclear|not sure|not because|whether)\b|\?$/i
const planned =
  /^(?:if|i'?ll|i will|i'?m going to|i am going to|i'?d|i should|i need|i want|let me|let'?s|now|next|first|then|we should|we'?ll|we need|instead|please|to fix|use|try|add|check)\b/i

const longestSentence = 600

/** The first sentence of `text` that states a cause, on one line; null when none does. */
export function findStatedCause(text: string): string | null {
  for (const sentence of splitSentences(toPlainText(withoutBrokenWords(text.slice(0, 4000))))) {
    if (sentence.length > longestSentence || !tellsCause(sentence)) continue
    return cutAtSpace(sentence, longestLine)
  }
  return null
}

function tellsCause(sentence: string): boolean {
  if (planned.test(sentence) || hedged.test(sentence)) return false
  if (sentence.endsWith(':')) return false
  return states.test(sentence) || (because.test(sentence) && negative.test(sentence))
}

/** Sentences of Markdown, without the marks of lists, headings and emphasis in front and without code blocks. */
function splitSentences(text: string): string[] {
  return text
    .replace(/^ {0,3}(?:```|~~~)[\s\S]*?(?:^ {0,3}(?:```|~~~)|$(?![\s\S]))/gm, '\n\n')
    .split(/\n{2,}|\n(?=\s*(?:[-*+]|\d+[.)]|#)\s)/)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?。！？])["'”’)*_]{0,3} (?=\S)/))
    .map((sentence) =>
      sentence
        .trim()
        .replace(/^(?:[-*+>#]+|\d+[.)]) /, '')
        .replace(/\*\*|__/g, '')
        .trim(),
    )
    .filter((sentence) => sentence !== '')
}
