// Tools, versions and models. Sorted by how often they are named: that is no ranking.

import type { RootContent } from 'mdast'
import { code, heading, paragraph, phrase, text } from '../../../core/render/markdown.ts'
import { type CountColumn, knownColumns } from '../known-columns.ts'
import { formatCount, formatRate, formatShare } from '../rates.ts'
import type { ReportResults, ReportRow } from '../report-results.ts'
import { monthName, toolLabel } from '../report-words.ts'
import { type Cell, reportTable } from './report-table.ts'

const columns: readonly CountColumn<ReportRow<'tools'>>[] = [
  { head: 'Pull requests', field: null, cell: (row) => formatCount(row.pull_requests) },
  { head: 'With version', field: null, cell: (row) => formatShare(row.with_version, row.pull_requests) },
  { head: 'Merged, of closed', field: 'merged', cell: rateOfMerged },
  { head: 'Reverted', field: 'reverted_by', cell: (row) => formatCount(row.reverted) },
  {
    head: 'With failed attempts, of those that speak of them',
    field: null,
    cell: (row) => formatRate(row.with_failures, row.speak_of_failures),
  },
  { head: 'Failed attempts', field: null, cell: (row) => formatCount(row.failures) },
  { head: 'Corrections', field: null, cell: (row) => formatCount(row.corrections) },
]

export function renderTools(results: ReportResults, most: number): RootContent[] {
  const { tools, tool_versions } = results
  const title = heading(3, text('Tools and versions'))
  if (tools.rows.length === 0) return [title, paragraph(text('No pull request names a tool.'))]
  const { shown, leftOut } = knownColumns(results, columns)
  return [
    title,
    ...reportTable(
      ['Tool', ...shown.map(({ head }) => head)],
      tools.rows
        .slice(0, most)
        .map((row): Cell[] => [[text(toolLabel(row), 60)], ...shown.map(({ cell }) => cell(row))]),
      tools.total,
    ),
    paragraph(...phrase(leftOut === '' ? caution : `${caution} ${leftOut}`)),
    ...renderVersions(tool_versions, most),
  ]
}

const caution =
  'In the order of how often they are named. To speak of failed attempts is to tell of some or to say that there were none; a tool with more of them may only have users who tell of more.'

function rateOfMerged({ merged, closed_unmerged }: { merged: number; closed_unmerged: number }): string {
  return formatRate(merged, merged + closed_unmerged)
}

function renderVersions({ rows, total }: ReportResults['tool_versions'], most: number): RootContent[] {
  if (rows.length === 0) return [paragraph(text('No pull request states the version or model of a tool.'))]
  return [
    heading(4, text('Versions and models')),
    ...reportTable(
      ['Tool', 'Version', 'Model', 'Pull requests', 'Merged, of closed', 'Seen'],
      rows
        .slice(0, most)
        .map((row) => [
          [text(toolLabel(row), 60)],
          cellOf(row.version),
          cellOf(row.model_id),
          formatCount(row.pull_requests),
          rateOfMerged(row),
          seen(row.first_month, row.last_month),
        ]),
      total,
    ),
  ]
}

function cellOf(value: string | null): Cell {
  return value === null || value === '' ? 'not stated' : [code(value, 40)]
}

function seen(first: number | null, last: number | null): string {
  return first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`
}
