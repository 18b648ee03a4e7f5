// What the author says about AI use as a whole: used, none, both, or nothing. Silence says nothing.

import type { Block, Span } from '../document/block.ts'
import { paragraphToText } from '../document/block-text.ts'
import { splitSentences } from '../document/read-sentences.ts'
import type { SectionName } from '../record/section-name.ts'
import { readAnswerTexts } from './answer-texts.ts'
import type { SectionState } from './assess-section.ts'
import type { Passage } from './passage.ts'
import { type MaskedSentence, maskSentence } from './prose/mask-sentence.ts'
import { asks, tellsNone, tellsUse } from './prose/tells-use.ts'
import { readAiBox } from './read-ai-box.ts'
import { readBoxes } from './shapes/boxes.ts'
import { isDenial } from './shapes/denial.ts'
import { readYesNo } from './shapes/yes-no.ts'

export interface Statement {
  used: boolean
  none: boolean
}

/** What a stretch of a text says. */
export interface SaidHere extends Span {
  answer: 'used' | 'none'
}

/**
 * The statement that `disclosures`, the section `states` and the boxes and lone denials of `rest`, which no section
 * holds, make.
 */
export function readStatement(
  disclosures: readonly Passage[],
  states: ReadonlyMap<SectionName, SectionState>,
  rest: readonly Block[],
  source: string,
): Statement & { said: SaidHere[] } {
  const statement: Statement = {
    used: usedSections.some((name) => states.get(name) === 'answered'),
    none: states.get('tools') === 'denied' || deniesAlone(rest),
  }
  const said: SaidHere[] = []
  const add = (answer: Said, { start, end }: Span) => {
    if (answer === null) return
    statement[answer] = true
    said.push({ answer, start, end })
  }
  for (const { blocks, start, end } of disclosures) {
    const boxes = readBoxes(blocks).filter(({ checked }) => checked)
    for (const box of boxes) add(readAiBox(box.text, true), box)
    const ticked = new Set(boxes.map(({ text }) => text))
    const texts = readAnswerTexts(blocks, source).texts.filter((text) => !ticked.has(text))
    // After a plain "No" only what tells of use changes it: naming a tool may be anything.
    const isDenied = readYesNo(texts[0] ?? '') === false
    for (const text of texts) add(readText(text, isDenied), { start, end })
  }
  for (const box of readBoxes(rest)) if (box.checked) add(readAiBox(box.text, false), box)
  return { ...statement, said }
}

// Failed attempts or corrections told are AI work told; context and review are not.
const usedSections = ['tools', 'prompts', 'failures', 'corrections'] as const

type Said = 'used' | 'none' | null

/** Reads sentence by sentence: "The code was written without AI. The docs were drafted with it." is use. */
function readText(text: string, isDenied: boolean): Said {
  const answer = readYesNo(text)
  if (answer === true && !/[?？]$/.test(text)) return 'used'
  const [first, ...rest] = split(text)
  if (!first) return null
  const isNone = isDenial(text, 'disclosure') || tellsNone(first.masked, 'disclosure')
  if (isNone) return rest.some(({ masked }) => tellsUse(masked, 'disclosure')) ? 'used' : 'none'
  const isUse = isDenied
    ? ({ masked }: MaskedSentence) => tellsUse(masked, 'free') || did.test(masked)
    : ({ masked, mentions }: MaskedSentence) =>
        tellsUse(masked, 'disclosure') || (mentions.length > 0 && !excluded.test(masked) && !asks(masked))
  if ([first, ...rest].some(isUse)) return 'used'
  if (rest.some(({ masked }) => tellsNone(masked, 'disclosure'))) return 'none'
  // "No, but this is for AI": what follows speaks of something else.
  return answer === false && /\b(?:but|however|although|though)\b/i.test(text) ? 'none' : null
}

function split(text: string): MaskedSentence[] {
  return splitSentences(text)
    .flatMap(({ start, end }) => text.slice(start, end).split(/,\s+(?=(?:but|except|only)\b)/i))
    .map((part) =>
      maskSentence({ text: part, start: 0, end: part.length, group: 0, inItem: false }, () => false),
    )
}

/**
 * Whether a paragraph of its own, under any title or none, says in one sentence that no AI was used. A bare "No"
 * there says nothing about AI.
 */
function deniesAlone(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'paragraph') return false
    const text = paragraphToText(block)
    return oneSentence.test(text) && namesAi.test(text) && isDenial(text, 'disclosure')
  })
}

const did =
  /§ (?:\w+ly )?(?:wrote|generated|drafted|implemented|created|did|made|helped|produced|suggested)\b/
const oneSentence = /^[^.!?;,]{1,120}[.!]?$/
const namesAi = /\b(?:ai|a\.i\.|llms?|genai|generative ai|ai tools?)\b/i
const excluded = /(?:\b(?:no|not|without|never|none|neither|nor)\b|n't\b)/i
