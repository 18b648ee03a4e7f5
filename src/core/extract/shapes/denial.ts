// Tells whether an answer says "none". A wrong `none` is worse than a missed one, so a denial with a
// reservation ("None, except …") is not one.

import { denials, deniedNouns } from '../../vocabulary/denials.ts'
import type { Topic } from '../../vocabulary/section-titles.ts'

/** Whether `text`, the whole plain text of an answer about `topic`, denies it. */
export function isDenial(text: string, topic: Topic): boolean {
  if (text.length > 4 * maxDenialLength) return false
  const normal = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[*_`"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (normal.length > maxDenialLength || reservation.test(normal)) return false
  const head =
    normal
      .split(headEnd, 1)[0]
      ?.replace(/[.!。]+$/, '')
      .trim() ?? ''
  // The long pattern takes milliseconds to compile, so it is kept for what may match.
  return words.has(head) || (negation.test(head) && denialOf(topic).test(head))
}

// Longer answers explain something: they are read as answers.
const maxDenialLength = 240

const reservation =
  /\b(?:except|but|however|apart from|other than|aside from|besides|although|though|only(?! (?:read|reviewed|checked|looked|tested|ran)\b)|until|unless|actually|yes)\b/

const headEnd = /[.!,;:](?:\s|$)|\s?[([]|\s[–—-]+\s|[。、，]/

const negation = /\b(?:no|not|none|nothing|without|zero|didn't|haven't)\b/

const words = new Set(denials)

const patterns = new Map<Topic, RegExp>()

function denialOf(topic: Topic): RegExp {
  const known = patterns.get(topic)
  if (known) return known
  const nouns = `(?:${deniedNouns[topic]})`
  const pattern = new RegExp(
    `^(?:there (?:were|was|are|is) )?(?:no|not any|none of the|without(?: any)?|zero) ${nouns}${ended}$` +
      `|^(?:i |we )?(?:did not|didn't|have not|haven't|not) (?:use|used|using|make|have) (?:any )?${nouns}(?: .{0,40})?$` +
      `|^${work} (?:not )?(?:been )?${made} (?:entirely |completely |fully )?without (?:any |the )?${nouns}(?: help| assistance| tools?)?$` +
      `|^${work} not (?:been )?${made}(?: or \\S{1,20})? (?:by|with|using) (?:any )?${nouns}$` +
      `|^(?:ai|ai tools?|llms?|generative ai) (?:was|were|is|are) not used${purpose}$` +
      `|^nothing (?:failed|to correct|was corrected|had to be corrected|needed correcting)$`,
  )
  patterns.set(topic, pattern)
  return pattern
}

const purpose = '(?: (?:in|for|to|during|on|at) [^.]{0,60})?'
const ended =
  '(?: (?:were|was|is|are|has been|have been))?' +
  '(?: (?:at all|used|needed|necessary|required|made|involved|worth noting|to report|encountered|in this (?:pr|pull request|change|patch)))*' +
  purpose
// "The code has been", "this pull request was".
const work = '(?:this|the|all|my|our|everything)(?: \\S{1,20}){0,3}? (?:was|were|is|are|has|have)'
const made =
  '(?:done|written|made|created|authored|co-authored|implemented|produced|developed|coded|generated)'
