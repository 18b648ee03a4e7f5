// What the author says about AI use as a whole: used, none, both, or nothing. Silence says nothing.

import type { Block } from '../document/block.ts'
import { paragraphToText } from '../document/block-text.ts'
import type { SectionName } from '../record/section-name.ts'
import { readAnswerTexts } from './answer-texts.ts'
import type { SectionState } from './assess-section.ts'
import type { Passage } from './passage.ts'
import { readBoxes } from './shapes/boxes.ts'
import { isDenial } from './shapes/denial.ts'
import { readYesNo } from './shapes/yes-no.ts'

export interface Statement {
  used: boolean
  none: boolean
}

/**
 * Whether a paragraph of its own, under any title or none, says in one sentence that no AI was used. A bare "No"
 * there says nothing about AI.
 */
export function deniesAlone(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'paragraph') return false
    const text = paragraphToText(block)
    return oneSentence.test(text) && tickedUse.test(text) && isDenial(text, 'disclosure')
  })
}

const oneSentence = /^[^.!?;,]{1,120}[.!]?$/

/**
 * The statement that `disclosures` and the section `states` make. `namesTool` tells whether a text names an
 * AI tool.
 */
export function readStatement(
  disclosures: readonly Passage[],
  states: ReadonlyMap<SectionName, SectionState>,
  source: string,
  namesTool: (text: string) => boolean,
): Statement {
  const statement: Statement = {
    used: usedSections.some((name) => states.get(name) === 'answered'),
    none: states.get('tools') === 'denied',
  }
  for (const passage of disclosures) {
    const { texts } = readAnswerTexts(passage.blocks, source)
    const ticked = new Set(
      readBoxes(passage.blocks)
        .filter((box) => box.checked)
        .map((box) => box.text),
    )
    // After a plain "No" only what tells of use changes it: naming a tool may be anything.
    const isDenied = readYesNo(texts[0] ?? '') === false
    const said = texts.map((text) => readText(text, { isBox: ticked.has(text), isDenied, namesTool }))
    if (said.includes('used')) statement.used = true
    if (said.includes('none')) statement.none = true
  }
  return statement
}

// Failed attempts or corrections told are AI work told; context and review are not.
const usedSections = ['tools', 'prompts', 'failures', 'corrections'] as const

type Said = 'used' | 'none' | null

interface Reading {
  /** Whether the text is that of a ticked box. */
  isBox: boolean
  /** Whether the answer starts with a no. */
  isDenied: boolean
  namesTool: (text: string) => boolean
}

/** Reads sentence by sentence: "The code was written without AI. The docs were drafted with it." is use. */
function readText(text: string, { isBox, isDenied, namesTool }: Reading): Said {
  const answer = readYesNo(text)
  if (answer === true && !/[?？]$/.test(text)) return 'used'
  const denied = isDenial(text, 'disclosure')
  const [first = '', ...rest] = text.split(/(?<=[.!?;。])\s+|,\s+(?=(?:but|except|only)\b)/)
  if (denied) return rest.some((sentence) => tellsUse(sentence, namesTool)) ? 'used' : 'none'
  if (isBox) return negated.test(text) ? null : namesTool(text) || tickedUse.test(text) ? 'used' : null
  const isUse = isDenied ? tellsUse : showsUse
  return [first, ...rest].some((sentence) => isUse(sentence, namesTool)) ? 'used' : null
}

function showsUse(sentence: string, namesTool: (text: string) => boolean): boolean {
  if (excluded.test(sentence)) return false
  return namesTool(sentence) || affirmed.test(sentence)
}

/** Stricter: naming a tool is no use of it. */
function tellsUse(sentence: string, namesTool: (text: string) => boolean): boolean {
  if (excluded.test(sentence)) return false
  return affirmed.test(sentence) || (useWords.test(sentence) && namesTool(sentence))
}

const negated = /\b(?:no|not|without|never|none|n't|by hand|if)\b/i
// A question or a condition is the template's, a negation says nothing of what was done.
const excluded = /[?？]\s*$|(?:\b(?:no|not|without|never|none|neither|nor|if|unless|whether)\b|n't\b)/i
const useWords =
  /\b(?:used?|using|wrote|written|generated|drafted|helped|assisted|created|authored|thanks to)\b/i
const ai = '(?:ai|a\\.i\\.|llms?|genai|generative ai|ai tools?|an? (?:ai|llm) \\w+)'
const affirmed = new RegExp(
  `\\b(?:used|using|with(?: the)? (?:help|assistance|aid) (?:of|from)|generated|written|authored|assisted|created|drafted|helped) (?:\\w+ ){0,3}(?:by |with |from |an? )?${ai}\\b` +
    `|\\b${ai}(?:[ -](?:was|were|is|has been))?[ -](?:used|assisted|generated|written|wrote|helped|drafted|authored)\\b`,
  'i',
)
const tickedUse = new RegExp(`\\b${ai}\\b`, 'i')
