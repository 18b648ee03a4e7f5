// How complete the records of pull requests with AI used are, and what the rules found.

import type { RootContent } from 'mdast'
import { sectionNames } from '../../../core/record/section-name.ts'
import { code, heading, paragraph, text } from '../../../core/render/markdown.ts'
import { sectionHeadings } from '../../../core/vocabulary/section-headings.ts'
import { formatCount, formatShare, smallCount } from '../rates.ts'
import type { ReportResults, ReportRow } from '../report-results.ts'
import { isMonth, monthName } from '../report-words.ts'
import { reportTable } from './report-table.ts'

const mostMonths = 12

export function renderCompleteness(results: ReportResults, most: number): RootContent[] {
  const { sections, completeness, findings, overview } = results
  if (overview.ai_used === 0) return renderFindings(findings, most)
  const known = sectionNames.flatMap((name) => {
    const row = sections.rows.find(({ section }) => section === name)
    return row === undefined ? [] : [{ ...row, name }]
  })
  return [
    heading(3, text('Completeness')),
    paragraph(
      text('Of the pull requests with AI used. A section that only repeats its template is no answer.'),
    ),
    ...reportTable(
      ['Section', 'Documented', 'Of these: “none”', 'Title only', 'Template only', 'Missing'],
      known.map((row) => [
        sectionHeadings[row.name].heading,
        formatShare(row.answered + row.denied, row.pull_requests),
        formatCount(row.denied),
        formatCount(row.empty),
        formatCount(row.template),
        formatCount(row.absent),
      ]),
      known.length,
    ),
    ...renderMonths(completeness),
    ...renderFindings(findings, most),
  ]
}

function renderMonths({ rows }: ReportResults['completeness']): RootContent[] {
  const months = rows.filter(({ created_month }) => isMonth(created_month)).slice(0, mostMonths)
  if (months.length < 2) return []
  return reportTable(
    ['Month', 'With AI used', 'Average completeness (0 to 100)', 'All six sections'],
    months
      .toReversed()
      .map((row) => [
        monthName(row.created_month),
        formatCount(row.pull_requests),
        formatAverage(row),
        formatShare(row.complete, row.pull_requests),
      ]),
    months.length,
  )
}

function formatAverage({ score_sum, scored }: ReportRow<'completeness'>): string {
  return scored < smallCount ? 'too few' : String(Math.round(score_sum / scored))
}

function renderFindings({ rows, total }: ReportResults['findings'], most: number): RootContent[] {
  if (rows.length === 0) return []
  return [
    heading(4, text('What the rules found')),
    ...reportTable(
      ['Rule', 'Severity', 'Findings', 'Pull requests'],
      rows
        .slice(0, most)
        .map((row) => [
          row.rule === null ? '–' : [code(row.rule, 60)],
          [text(row.severity ?? '–', 20)],
          formatCount(row.findings),
          formatCount(row.pull_requests),
        ]),
      total,
    ),
  ]
}
