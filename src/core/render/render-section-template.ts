// The section to paste into a pull request or its template.

import { type SectionName, sectionNames } from '../record/section-name.ts'
import { sectionHeadings } from '../vocabulary/section-headings.ts'

/** Markdown for the sections `names`, each under its recommended heading of `depth`. */
export function renderSections(names: readonly SectionName[], depth = 3): string {
  return names
    .map(
      (name) => `${'#'.repeat(depth)} ${sectionHeadings[name].heading}\n\n${sectionHeadings[name].snippet}`,
    )
    .join('\n')
}

/** The whole recommended section, untouched: `check` reads it as not answered. */
export function renderTemplate(): string {
  const note =
    '<!-- If no AI was used, write "No AI was used" here and delete the rest. Any answer may be "None". -->'
  return `## AI worklog\n\n${note}\n\n${renderSections(sectionNames)}`
}
