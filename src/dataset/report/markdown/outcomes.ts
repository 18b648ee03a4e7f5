// What became of the pull requests, by use of AI.

import type { RootContent } from 'mdast'
import { heading, paragraph, phrase, text } from '../../../core/render/markdown.ts'
import { type CountColumn, knownColumns } from '../known-columns.ts'
import { formatCount, formatRate } from '../rates.ts'
import type { ReportResults, ReportRow } from '../report-results.ts'
import { reportTable } from './report-table.ts'

type Outcomes = readonly ReportRow<'outcomes'>[]

/** What a later version of the record might say of the use of AI is unknown to this one. */
const groups: readonly { label: string; has: (aiUse: string | null) => boolean }[] = [
  { label: 'AI used', has: (aiUse) => aiUse === 'used' },
  { label: 'no AI, as stated', has: (aiUse) => aiUse === 'none' },
  { label: 'unknown', has: (aiUse) => aiUse !== 'used' && aiUse !== 'none' },
]

const columns: readonly CountColumn<Outcomes>[] = [
  { head: 'Pull requests', field: null, cell: sumOf('pull_requests') },
  { head: 'Merged, of closed', field: 'merged', cell: rateOfMerged },
  { head: 'Open', field: 'state', cell: (rows) => formatCount(countOf(rows, 'open')) },
  { head: 'Reverted', field: 'reverted_by', cell: sumOf('reverted') },
  { head: 'Approved', field: 'review_decision', cell: sumOf('approved') },
  { head: 'Changes requested', field: 'review_decision', cell: sumOf('changes_requested') },
  { head: 'Reviewed by a human, as stated', field: 'human_reviewed', cell: sumOf('human_reviewed') },
  { head: 'Tests run, as stated', field: 'tests_run', cell: sumOf('tests_run') },
]

export function renderOutcomes(results: ReportResults): RootContent[] {
  const { shown, leftOut } = knownColumns(results, columns)
  const rows = groups.flatMap(({ label, has }) => {
    const own = results.outcomes.rows.filter(({ ai_use }) => has(ai_use))
    return own.length === 0 ? [] : [[label, ...shown.map(({ cell }) => cell(own))]]
  })
  const caution =
    'Authors, tasks and repositories differ: a difference between these rows is not the effect of AI.'
  return [
    heading(3, text('What became of them')),
    ...reportTable(['AI use', ...shown.map(({ head }) => head)], rows, rows.length),
    paragraph(...phrase(leftOut === '' ? caution : `${caution} ${leftOut}`)),
  ]
}

function sumOf(
  column: 'pull_requests' | 'reverted' | 'approved' | 'changes_requested' | 'human_reviewed' | 'tests_run',
) {
  return (rows: Outcomes) => formatCount(rows.reduce((sum, row) => sum + row[column], 0))
}

function countOf(rows: Outcomes, outcome: string): number {
  return rows.reduce((sum, row) => sum + (row.outcome === outcome ? row.pull_requests : 0), 0)
}

function rateOfMerged(rows: Outcomes): string {
  const merged = countOf(rows, 'merged')
  return formatRate(merged, merged + countOf(rows, 'closed_unmerged'))
}
