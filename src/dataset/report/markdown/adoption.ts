// Use of AI over time and by repository.

import type { RootContent } from 'mdast'
import { code, heading, text } from '../../../core/render/markdown.ts'
import { formatCount, formatRate, formatShare } from '../rates.ts'
import type { ReportResults, ReportRow } from '../report-results.ts'
import { isMonth, monthName } from '../report-words.ts'
import { renderMonthChart } from './month-chart.ts'
import { reportTable } from './report-table.ts'

/** As many months as a chart can label. */
const mostMonths = 12

export function renderAdoption({ adoption, repositories }: ReportResults, most: number): RootContent[] {
  if (adoption.rows.length === 0) return []
  const dated = adoption.rows.filter(({ created_month }) => isMonth(created_month)).slice(0, mostMonths)
  const others = adoption.rows.filter(({ created_month }) => !isMonth(created_month))
  const rows = [...dated.toReversed(), ...others.slice(0, 1)]
  return [
    heading(3, text('Adoption over time')),
    ...renderMonthChart(dated.toReversed()),
    ...reportTable(
      ['Month', 'Pull requests', 'AI used', 'No AI, as stated', 'Unknown', 'Merged, of closed with AI used'],
      rows.map((row) => [monthName(row.created_month), ...cellsOf(row), rateOf(row)]),
      adoption.total,
    ),
    ...(repositories.total > 1
      ? [
          heading(4, text('By repository')),
          ...reportTable(
            [
              'Repository',
              'Pull requests',
              'AI used',
              'No AI, as stated',
              'Unknown',
              'Failed attempts',
              'Corrections',
            ],
            repositories.rows
              .slice(0, most)
              .map((row) => [
                row.repository === null ? 'unknown' : [code(row.repository, 100)],
                ...cellsOf(row),
                formatCount(row.failures),
                formatCount(row.corrections),
              ]),
            repositories.total,
          ),
        ]
      : []),
  ]
}

function cellsOf(row: { pull_requests: number; ai_used: number; ai_not_used: number }): string[] {
  const { pull_requests, ai_used, ai_not_used } = row
  return [
    formatCount(pull_requests),
    formatShare(ai_used, pull_requests),
    formatShare(ai_not_used, pull_requests),
    formatShare(pull_requests - ai_used - ai_not_used, pull_requests),
  ]
}

function rateOf({ ai_used_merged, ai_used_closed_unmerged }: ReportRow<'adoption'>): string {
  return formatRate(ai_used_merged, ai_used_merged + ai_used_closed_unmerged)
}
