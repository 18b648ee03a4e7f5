// Lines that introduce what was said to an AI, and what it answered.

import { splitSentences } from '../../document/read-sentences.ts'
import { findToolMentions } from './tool-mention.ts'

/** What a line announces. */
export interface PromptIntro {
  text: string
  /** "Prompts were:" announces several, "Prompt was:" one. */
  isSeveral: boolean
  /** Whether plain paragraphs below are prompts too, or only quotes and fences. */
  claims: boolean
}

interface Surroundings {
  /** A quote or a fence follows. */
  isShown: boolean
  /** Prompts came before. */
  follows: boolean
  /** It stands under a title that asks about AI. */
  isAsked: boolean
}

/** What the last sentence of `paragraph` announces; null when it announces no prompt. */
export function introducesPrompts(
  paragraph: string,
  { isShown, follows, isAsked }: Surroundings,
): PromptIntro | null {
  const text = lastSentence(paragraph)
  if (text.length > maxLength) return null
  const normal = text.toLowerCase().replace(/[’‘]/g, "'")
  const isOpen = /[:：]$/.test(text)
  const isNamed = promptWords.test(normal)
  // Most paragraphs end here; the patterns below take long to compile.
  if (!isShown && !(isNamed && isOpen)) return null
  if (otherPrompts.test(normal) || answered.test(normal)) return null
  if (
    isNamed &&
    ((isAsked && isShown) || tellsOfWork.test(normal) || findToolMentions(paragraph).length > 0)
  ) {
    return { text, isSeveral: /\bprompts\b/.test(normal), claims: isOpen }
  }
  if (!isShown) return null
  const isSaid = (isOpen && saidToAi.test(normal)) || (follows && goesOn.test(normal))
  return isSaid ? { text, isSeveral: true, claims: false } : null
}

/** Whether `text` introduces what an AI said. */
export function introducesAnswer(paragraph: string): boolean {
  const text = lastSentence(paragraph)
  return text.length <= maxLength && /[:：]$/.test(text) && answered.test(text.toLowerCase())
}

function lastSentence(paragraph: string): string {
  const last = splitSentences(paragraph).at(-1)
  return last ? paragraph.slice(last.start, last.end) : ''
}

/** Whether a paragraph tells what an AI or its author did, rather than being said to an AI. */
export function isNarrative(text: string): boolean {
  const plain = text.replace(
    /^\W*(?:(?:but|and|so|then|however|also|now|again|finally|still|once again|this time),? )?/i,
    '',
  )
  const [first] = findToolMentions(plain)
  if (first && first.start <= 2 && pastAct.test(plain.slice(first.end).toLowerCase())) return true
  return /^\(?(?:i|we) (?:decided|then|had|also had|ended|was|were|used|asked|told|did|tried|fixed|changed|accepted|rejected)\b|^(?:this time|after (?:that|this|a (?:lot|few))|that (?:got|worked|did)|it (?:did|worked|got|produced|then))\b/i.test(
    plain,
  )
}

const maxLength = 240
const promptWords =
  /\bprompt(?:s|ed)?\b|\bcustom instructions\b|\b(?:this|these|the following|my) instructions?:$/
const otherPrompts =
  /\b(?:system|shell|command|password|login|input|bash|confirmation|user-facing|install|permission|sudo|cmd|dos|template) prompts?\b|\bprompt (?:template|injection|caching|cache|engineering|token|toolkit)/
const tellsOfWork =
  /\b(?:i|my|we|our)\b|\bprompts? (?:was|were|used|is|are|for this|that (?:generated|created|produced|made)|below|above)\b|\b(?:generated|created|made|built|written|done|following|these|this|more|another|initial|original|final|first|second|follow-?up) prompts?\b|\bfor (?:that|this) (?:is|are)\b|\bwith (?:just |only )?(?:the|this|these|the following|a single|one) (?:prompts?|instructions?)\b/
const saidToAi =
  /\b(?:i|we)(?: \w+){0,3} (?:said|asked|told|prompted|replied|wrote|followed up|responded|instructed|typed|gave|fed|pasted)\b/
const goesOn = /^and:?$|^(?:and )?(?:then|next|after that|later|finally|followed by|and|also)\b.{0,40}:$/
const answered =
  /\b(?:claude|chatgpt|gpt|copilot|codex|gemini|cursor|devin|the (?:ai|llm|model|agent)|it|ai|llm)(?: [\w"“”',()-]+){0,12}? (?:said|says|replied|responded|answered|explained|suggested|wrote|produced|output|generated|came up with|analysis|proposed|concluded|reported|summari[sz]ed)\b|\b(?:response|answer|output|reply|summary|analysis)(?: was| is| from \w+)?\s*:$|\bthen said\b/
const pastAct =
  /^(?:'s|’s)?(?: \S+){0,3}? (?:did|added|produced|responded|said|explained|completed|wanted|modified|wrote|made|fixed|got|started|messed|complied|spent|updated|came|suggested|tried|claimed|went|had|forgot|missed|failed|was|just|decided|seems|seemed|initially)\b/
