// What stands above the sections of a job summary that is about several pull requests.

import type { PhrasingContent } from 'mdast'
import type { WorklogRecord } from '../record/schema.ts'
import { describeVerdict } from './describe-check.ts'
import { heading, phrase, renderMarkdown, table, text } from './markdown.ts'

/** One pull request, checked or not. */
export type OverviewRow = { number: number } & ({ record: WorklogRecord } | { problem: string })

/** Markdown with a line for each of `rows`. */
export function renderOverview(rows: readonly OverviewRow[]): string {
  const cells = rows.map((row): PhrasingContent[][] => [
    [text(String(row.number))],
    'record' in row
      ? [text(describeVerdict(row.record))]
      : [text('❌ Could not be checked: '), ...phrase(row.problem)],
    [text('record' in row ? row.record.ai_use : '–')],
  ])
  return renderMarkdown([
    heading(2, text(`AI worklog of ${rows.length} pull requests`)),
    table([[[text('Pull request')], [text('Verdict')], [text('AI use')]], ...cells]),
  ])
}
