// How complete a record is, by its six sections. No policy takes part, so that records of different teams compare.

import type { WorklogRecord } from './schema.ts'
import { type SectionName, sectionNames } from './section-name.ts'

/**
 * `score`: sections answered or denied, in percent of six; 100 when the author states that no AI was used. Tools
 * that only a trailer or footer names count as present, and so does what CI read from a transcript.
 */
export function assessCompleteness({
  ai_use: aiUse,
  sections,
  ...lists
}: Pick<
  WorklogRecord,
  'ai_use' | 'sections' | 'tools' | 'prompts' | 'failures' | 'corrections'
>): WorklogRecord['completeness'] {
  const isPresent = (name: SectionName) => {
    const state = sections.find((section) => section.name === name)?.state
    if (state === 'answered' || state === 'denied') return true
    if (name === 'tools') return lists.tools.length > 0
    if (name === 'context' || name === 'review') return false
    return lists[name].some(({ basis }) => basis === 'transcript')
  }
  const present = sectionNames.filter(isPresent)
  if (aiUse === 'none') return { score: 100, present, missing: [] }
  const missing = sectionNames.filter((name) => !isPresent(name))
  return { score: Math.round((100 * present.length) / sectionNames.length), present, missing }
}
