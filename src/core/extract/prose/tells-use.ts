// Whether a masked sentence tells that an AI took part in the work, or that none did.

import { helpOf, madeVerbs, pastVerbs, useVerbs, workNouns } from '../../vocabulary/use-words.ts'

/** Where a sentence stands decides how much it must say. */
export type Setting =
  /** Under a title that asks about AI. */
  | 'disclosure'
  /** Anywhere else: the sentence must speak of this very work. */
  | 'free'

/** Whether `masked` says that AI was used for the work. */
export function tellsUse(masked: string, setting: Setting): boolean {
  // Most sentences of a description speak of no AI; the patterns below take long to compile.
  if (setting === 'free' && !masked.includes('§') && !masked.includes('vibe')) return false
  if (asks(masked) || rules.test(masked)) return false
  if (setting === 'disclosure' && helps.test(masked) && !negation.test(masked)) return true
  if (vibeCoded.test(masked)) return true
  if (!masked.includes('§')) return false
  const patterns = setting === 'disclosure' ? [...anywhere, ...inDisclosure] : anywhere
  return masked.split(clauseBreak).some((part) => patterns.some((pattern) => saysUse(part, pattern)))
}

/** Whether `pattern` matches, with no negation in what it matches or right before. */
function saysUse(part: string, pattern: RegExp): boolean {
  const found = pattern.exec(part)
  if (!found?.[0].includes('§')) return false
  return !negation.test(part.slice(Math.max(0, found.index - 24), found.index + found[0].length))
}

/** Whether `masked` says that no AI was used, and nothing else about it. */
export function tellsNone(masked: string, setting: Setting): boolean {
  if (!masked.includes('§')) {
    return namesHuman.test(masked) && byHuman.test(masked) && !reserved.test(masked)
  }
  if (reserved.test(masked)) return false
  if (asks(masked) || rules.test(masked) || commands.test(masked)) return false
  if (setting === 'free' && partial.test(masked)) return false
  return noAi.test(masked) || (setting === 'disclosure' && noAiHere.test(masked))
}

/** Whether `masked` asks something or speaks of a case, as a template's instructions do. */
export function asks(masked: string): boolean {
  return (
    asksOrSupposes.test(masked) || instructs.test(masked) || (addresses.test(masked) && !speaker.test(masked))
  )
}

// Who is spoken to is asked something, unless somebody speaks.
const addresses = /\byou(?:r|rs)?\b/
const speaker = /\b(?:i|i've|we|my|our)\b/
// What a project allows says nothing of what was done.
const rules =
  /\b(?:is|are) (?:acknowledged|welcome|allowed|permitted|required|encouraged|accepted|prohibited|forbidden|fine|ok)\b|\bdoes not constitute\b/
// A question or a condition is a template's.
const asksOrSupposes =
  /[?？]\s*$|^\W*(?:if|unless|whether|in case|where|when (?:you|using|contributing|applicable))\b/
// "Do not paste answers of an AI" is a rule, not an answer.
const commands = /\b(?:do not|don't|please|must|should|shall|will|can|cannot|may)\b/
const instructs =
  /^(?:[^:]{1,40}: )?\W*(?:which|what|how|describe|include an?|please|list|explain|specify|indicate|mention)\b[^:]*$|\b(?:if|when|unless|write|say)\b[^.;]{0,40}\bno §|\b(?:e\.g\b|for example|such as|please (?:list|specify|describe|disclose|include|state|name|respond))/
const clauseBreak =
  /;\s|,\s(?=(?:but|except|while|whereas|although|though|then|and (?:then )?(?:i|we|the)|i|we)\b)|\s(?:but|while|whereas)\s(?=(?:i|we|the|it|all|§)\b)|\.\s/
const negation =
  /\b(?:no|not|never|none|neither|nor|without|instead of|rather than|which (?:changes|parts|lines|code)|unlike|avoid\w*|forbid\w*|prohibit\w*|disallow\w*|cannot|should|must|would|could|will|can|may|might|please|to be)\b(?!\s+(?:only|just|limited|see)\b)|n't\b/

const firstPerson = new RegExp(
  `(?:^|[\\s(])i am an? §` +
    `|(?:^|[\\s(])(?:i|we|i've|we've|i'm|we're)(?: (?!did\\b)\\w+){0,4}? ${useVerbs}\\b[^.;:]{0,60}?§` +
    `|(?:^|[\\s(])(?:i|we) did (?:use|consult|ask|let|prompt|try)\\b[^.;:]{0,30}?§` +
    `|^\\W*(?:(?:also|just|then|first|mainly|mostly|heavily|only|simply) )?(?:used|asked|prompted|had|let|got|vibe-?coded|worked|consulted|paired)\\b(?: \\w+){0,4} §` +
    `|\\bjust (?:prompted|asked|used) §`,
)
const workMadeBy = new RegExp(
  `\\b${workNouns}\\b[^.;]{0,60}?\\b(?:was|were|has been|have been|is|are|got|being|gets)\\b[^.;]{0,40}?\\b${madeVerbs}\\b[^.;]{0,30}?\\b${helpOf} ?(?:\\S{1,20} ){0,3}?§` +
    `|\\bthis (?:is|was) (?:mostly|largely|entirely|all|mainly|primarily|basically|essentially) §` +
    `|\\bthis (?:is|was) (?:an?|my|the) [^.;]{0,40}\\b(?:using|by|with|from|of|via) §` +
    `|\\b(?:this|here|below|following) (?:is|are|was) §'s\\b` +
    `|\\b(?:changes|code|work|commit|pr|patch|everything) (?:entirely|all|mostly|fully|primarily) (?:from|by) (?:\\S+ )?\\(?§` +
    `|\\b(?:very much|mostly|largely|entirely|fully|heavily|completely) §[- ](?:driven|generated|written|assisted|made|authored)\\b` +
    `|\\b(?:assisted|generated|authored)[- ]by: ?§` +
    `|§ was using in this|§ (?:was|were|has been|have been) (?:also |only |mostly |mainly )?(?:used|utili[sz]ed|employed|leveraged|consulted|involved|prompted|asked|told|instructed)\\b`,
)
const opensWith = new RegExp(
  `^\\W*(?:(?:note|disclosure|disclaimer|ai|fyi|full disclosure|heads up|nb|ps|p\\.s)\\b[:,.-]? )?(?:(?:mostly|partly|partially|fully|entirely|largely|primarily|initially|originally|all|co-?|100%) ?){0,2}${madeVerbs}(?: and \\w+)?(?: in (?:its|their) entirety)? (?:\\S+ ){0,2}?${helpOf} ?(?:\\S{1,20} ){0,2}?§` +
    `|^\\W*(?:this (?:pr|pull request|patch|commit|change|code|work)(?: description| body| message| summary)? (?:is|was) )?(?:fully |partly |partially |mostly |heavily |largely |100% )?§[- ](?:assisted|generated|authored|written|aided|drafted|created|coded|supported|made|based cod\\w+)\\b(?=\\W*$|\\W{0,3}(?:per|via|with|by|using|and|then|but|prs?|commit|changes?|patch|under|from|in)\\b)` +
    `|^\\W*(?:full|heavy|partial|some|minor|light|extensive|significant|moderate) § (?:use|usage|assistance|help|involvement)\\b` +
    `|^\\W*(?:\\w+ly |very |quite |rather )?(?:mild|small|big|low|high)(?: \\w+)? § (?:use|usage|assistance|help|involvement)\\b` +
    `|^\\W*this (?:is|was) (?:\\w+ly |\\d+% |pure |all |mostly )?§[- ](?:generated|written|assisted|slop|made)\\b` +
    `|^\\W*(?:robot\\W+)?(?:(?:all|the|these|this|whole|entire|most) )?(?:changes|code|pr|commit|patch|tests|docs|documentation|description|implementation|everything|fix|issue) ${madeVerbs} ${helpOf} ?§(?![^.;]{0,40}\\b(?:is|are|should|must|can)\\b)` +
    `|^\\W*§\\W{1,3}https?:` +
    `|^\\W*(?:(?:[\\w-]+ ){0,2}(?:pr|pull request|patch)) (?:from|by) §(?!'s)` +
    `|§ (?:\\w+ ){0,2}?(?:spotted|found|wrote|fixed|implemented|generated|drafted|built|made|did) (?:this|these|all of this|all of it|it all|most of this)\\b` +
    `|^\\W*(?:pure|purely|just|entirely|fully|mostly|all|100%) §` +
    `|^\\W*(?:ask(?:ed)?|have|had|let|get|got|prompt(?:ed)?|tell|told|made|tried) § (?:to )?[a-z]` +
    `|^\\W*(?:plan|implementation|code|design|draft|tests?|docs?|review|initial \\w+|first \\w+|idea|description|summary|commit message) by §` +
    `|^\\W*§ (?:use|usage|assistance|help|involvement) ?:`,
)
const withHelp = new RegExp(
  `\\b(?:with|thanks to) (?:the |some |a lot of |a bit of |a little |heavy |light |much |good )?(?:help|assistance|aid|support|assist) (?:of|from|by) (?:\\S{1,20} ){0,3}?§` +
    `|\\bwith §(?:'s|s)? (?:help|assistance|aid|support)\\b`,
)
const vibeCoded =
  /^\W*(?:this (?:is|was) )?(?:pretty much |mostly |entirely |all |pure(?:ly)? |fully |completely |largely |100% ){0,2}vibe[- ]?(?:based )?cod(?:ed|ing)\b/
const anywhere = [firstPerson, workMadeBy, opensWith, withHelp]

const aiDid = new RegExp(
  `§(?:'s \\w+)? (?:\\S+ly |also |then |only |just |actually |first |initially |code |the ){0,2}(?:${pastVerbs}|was|were|for|has been|auto-?complete)\\b|\\bthanks to §`,
)
const anyMadeBy = new RegExp(
  `\\b(?:${madeVerbs}|used|using|help(?:ed)?|assist(?:ed|ance)?|support)\\b[^.;]{0,60}§|§[- ](?:assisted|generated|written|authored|aided|drafted|use\\b|usage|assistance|help)`,
)
// Under a title that asks, a name alone is the answer.
const bareUse = /^\W*(?:yes\b\W*)?(?:i |we )?(?:have )?(?:an? |the |some )?§(?=\W*$|[\s,.:;(/+&–—-])/
const inDisclosure = [aiDid, anyMadeBy, bareUse]
// "Some help to write tests", "Used this prompt: …": what only somebody who used one says.
const helps =
  /^\W*(?:only |just |some |a little |minor |light |partial |small |used |mostly |mainly )*(?:help|helped|assist\w*|generat\w+|draft\w*|auto-?complet\w+|brainstorm\w*|boilerplate|scaffold\w*|suggestions?|pair programming|refactoring|grammar|proofread\w*)\b|\bused an? (?:coding )?agent\b|\bused (?:this|the following|these|the same) prompts?\b|\bprompts? (?:used|below|above|was|were)\b/

const reserved =
  /\b(?:except|but|however|apart from|other than|aside from|besides|although|though|until|unless)\b|\bonly\b(?! (?:by|me|human))/
const work = '(?:prs?|pull requests?|patch|commit|changes?|code|work|contribution|implementation|submission)'
const noAi = new RegExp(
  `\\bno (?:\\w+ )?§ (?:was|were|is|has|have|allowed|assistance|used|tools?|usage|help|involve\\w*)\\b` +
    `|^\\W*no §(?:\\W*$|,| (?:used|here|involved|this time|for this))` +
    `|\\bno §[- ](?:generated|written|assisted)[^.;]{0,30}(?:used|included|code|content)` +
    `|\\b(?:no part|none) of (?:this|the|my)[^.;]{0,40}(?:was|is|were|are|has been) (?:written |generated |made |done |created |authored )?(?:by |with |using )?(?:an? )?§` +
    `|\\b(?:this|the|all|my|our) (?:of this |of the )?${work}\\b[^.;]{0,40}\\b(?:without|not [^.;]{0,40}(?:by|with|using)) (?:any |the )?(?:use of |help of |help from |assistance of |assistance from )?(?:any )?§` +
    `|\\b(?:done|made|written|created|fixed|implemented) (?:entirely |completely )?without (?:any |the )?(?:use of |help of |help from )?§` +
    `|\\b(?:i|we) (?:did not|didn't|have not|haven't|never) (?:even )?(?:use|used|using|get|have|let|ask) (?:any |an? )?§`,
)
// "No AI was used in the tests" leaves the rest open.
const partial =
  /\b(?:in|for|on) (?:the|these|those) (?!prs?\b|pull|patch|commit|changes?\b|creation|making|process|code\b|work\b|production|implementation)/
const noAiHere =
  /\b(?:no|without|zero)\b(?: [\w/-]+){0,5} §|\b(?:not|n't|never|none)\b(?: \S+){0,2} (?:used?|using|generated|written|authored|assisted|made|created|involv\w+|any)\b[^.;]{0,40}§|§[^.;]{0,20}\b(?:not used|unused|never used)\b/
// What `byHuman` cannot do without, cheap to look for.
const namesHuman = /human|hand|\bme\b|myself/
const byHuman =
  /\b(?:created|written|authored|made|done|developed)\b (?:entirely|completely|fully|solely|100%) by (?:an? |the )?(?:humans?|hand|me|myself)\b|^\W*(?:entirely|fully|100%) (?:hand-?written|human[- ](?:written|authored|made))|^\W*this is hand-?written\b/
