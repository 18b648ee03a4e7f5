// How complete a record is, by its six sections. No policy takes part, so that records of different teams compare.

import type { WorklogRecord } from './schema.ts'
import { type SectionName, sectionNames } from './section-name.ts'

/**
 * `score`: sections answered or denied, in percent of six; 100 when the author states that no AI was used. Tools
 * that only a trailer or footer names count as present.
 */
export function assessCompleteness(
  aiUse: WorklogRecord['ai_use'],
  sections: WorklogRecord['sections'],
  hasTools: boolean,
): WorklogRecord['completeness'] {
  const isPresent = (name: SectionName) => {
    const state = sections.find((section) => section.name === name)?.state
    return state === 'answered' || state === 'denied' || (name === 'tools' && hasTools)
  }
  const present = sectionNames.filter(isPresent)
  if (aiUse === 'none') return { score: 100, present, missing: [] }
  const missing = sectionNames.filter((name) => !isPresent(name))
  return { score: Math.round((100 * present.length) / sectionNames.length), present, missing }
}
