// The Markdown to paste that answers a check.

import type { WorklogRecord } from '../record/schema.ts'
import { renderSections, renderTemplate } from './render-section-template.ts'
import { wantedSections } from './wanted-sections.ts'

/** The sections that the check of `record` asked for, to be filled in; empty when it asked for none. */
export function renderSnippet(record: WorklogRecord): string {
  const isSilent = record.findings.some(({ rule }) => rule === 'required-statement')
  // One that stands there and is not filled in is not asked for again.
  if (isSilent && record.sections.every(({ state }) => state === 'absent')) return renderTemplate()
  return renderSections(wantedSections(record))
}
