// The sections a check asked for.

import type { WorklogRecord } from '../record/schema.ts'
import type { SectionName } from '../record/section-name.ts'
import { sectionHeadings } from '../vocabulary/section-headings.ts'

/** Sections that `required-section` found wanting, in the record's order. */
export function wantedSections({ findings, sections }: WorklogRecord): SectionName[] {
  const reasons = findings.filter(({ rule }) => rule === 'required-section').map(({ reason }) => reason)
  return sections
    .map(({ name }) => name)
    .filter((name) => reasons.some((reason) => reason.startsWith(`\`${sectionHeadings[name].heading}\``)))
}
