// Tells whether an answer says "none". A wrong `none` is worse than a missed one, so a denial with a
// reservation ("None, except …") is not one.

import { denials, deniedNouns } from '../../vocabulary/denials.ts'
import type { Topic } from '../../vocabulary/section-titles.ts'

/** Whether `text`, the whole plain text of an answer about `topic`, denies it. */
export function isDenial(text: string, topic: Topic): boolean {
  const normal = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[*_`"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (normal.length > maxDenialLength || reservation.test(normal)) return false
  const head =
    normal
      .split(/(?:[.!,;:(]|\s[–—-]+)(?:\s|$)/, 1)[0]
      ?.trim()
      .replace(/[.!]+$/, '') ?? ''
  if (words.has(head)) return true
  return denialOf(topic).test(head)
}

// Longer answers explain something: they are read as answers.
const maxDenialLength = 240

const reservation =
  /\b(?:except|but|however|apart from|other than|aside from|besides|although|though|only|until)\b/

const words = new Set(denials)

const patterns = new Map<Topic, RegExp>()

function denialOf(topic: Topic): RegExp {
  const known = patterns.get(topic)
  if (known) return known
  const nouns = deniedNouns[topic]
  const pattern = new RegExp(
    `^(?:there (?:were|was|are|is) )?(?:no|not any|none of the|without(?: any)?|zero) (?:${nouns})` +
      `(?: (?:were|was|is|are|has been|have been))?(?: (?:used|needed|necessary|required|made|involved|worth noting|to report|encountered|in this (?:pr|pull request|change|patch)))*$` +
      `|^(?:i |we )?(?:did not|didn't|have not|haven't|not) (?:use|used|using) (?:any )?(?:${nouns})(?: .{0,40})?$` +
      `|^(?:ai|ai tools?|llms?|generative ai) (?:was|were|is|are) not used$|^nothing (?:failed|to correct|was corrected|had to be corrected|needed correcting)$`,
  )
  patterns.set(topic, pattern)
  return pattern
}
