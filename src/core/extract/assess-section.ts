// Whether a section was answered. Nothing said is never "none".

import type { SectionName } from '../record/section-name.ts'
import { readAnswerTexts } from './answer-texts.ts'
import type { Passage } from './passage.ts'
import { isDenial } from './shapes/denial.ts'

export type SectionState = 'answered' | 'denied' | 'empty' | 'template' | 'absent'

/** The state of the section `name`, written in `passages`: the most that any of them says. */
export function assessSection(name: SectionName, passages: readonly Passage[], source: string): SectionState {
  const states = passages.map((passage) => assessPassage(name, passage, source))
  return ranking.find((state) => states.includes(state)) ?? 'absent'
}

const ranking = ['answered', 'denied', 'template', 'empty'] as const

function assessPassage(name: SectionName, passage: Passage, source: string): SectionState {
  const { texts, hasTemplate, hasDrafted } = readAnswerTexts(passage.blocks, source)
  if (hasDrafted) return 'answered'
  if (texts.length === 0) return hasTemplate ? 'template' : 'empty'
  return texts.every((text) => isDenial(text, name)) ? 'denied' : 'answered'
}
