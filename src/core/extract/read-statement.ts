// What the author says about AI use as a whole: used, none, both, or nothing. Silence says nothing.

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
    const said = texts.map((text) => readText(text, ticked.has(text), namesTool))
    if (said.includes('used')) statement.used = true
    if (said.includes('none')) statement.none = true
  }
  return statement
}

// Failed attempts or corrections told are AI work told; context and review are not.
const usedSections = ['tools', 'prompts', 'failures', 'corrections'] as const

function readText(
  text: string,
  isBox: boolean,
  namesTool: (text: string) => boolean,
): 'used' | 'none' | null {
  if (isDenial(text, 'disclosure')) return 'none'
  const answer = readYesNo(text)
  if (answer === true) return 'used'
  if (negated.test(text)) return null
  if (namesTool(text)) return 'used'
  if (isBox) return tickedUse.test(text) ? 'used' : null
  return affirmed.test(text) ? 'used' : null
}

const negated = /\b(?:no|not|without|never|none|n't|by hand|if)\b/i
const ai = '(?:ai|a\\.i\\.|llms?|genai|generative ai|ai tools?|an? (?:ai|llm) \\w+)'
const affirmed = new RegExp(
  `\\b(?:used|using|with(?: the)? (?:help|assistance|aid) (?:of|from)|generated|written|authored|assisted|created|drafted|helped) (?:\\w+ ){0,3}(?:by |with |from |an? )?${ai}\\b` +
    `|\\b${ai}(?:[ -](?:was|were|is|has been))?[ -](?:used|assisted|generated|written|wrote|helped|drafted|authored)\\b`,
  'i',
)
const tickedUse = new RegExp(`\\b${ai}\\b`, 'i')
