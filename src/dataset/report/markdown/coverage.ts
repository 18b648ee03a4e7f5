// Of how many pull requests, tools, prompts and lessons each field is known.

import type { RootContent } from 'mdast'
import { code, heading, paragraph, text } from '../../../core/render/markdown.ts'
import { formatCount, formatShare } from '../rates.ts'
import type { Coverage, ReportResults } from '../report-results.ts'
import { reportTable } from './report-table.ts'

const nouns: Readonly<Record<Coverage['of'], string>> = {
  pull_requests: 'pull requests',
  tools: 'tools',
  prompts: 'prompts',
  failures: 'failed attempts',
  corrections: 'manual corrections',
}

/** Fields of a list without rows are left out: nothing can be known of them. */
export function renderCoverage({ coverage }: ReportResults): RootContent[] {
  const rows = coverage.filter(({ total }) => total > 0)
  if (rows.length === 0) return []
  return [
    heading(3, text('Coverage')),
    paragraph(text('How much of what the report could rest on is known. The rest is unknown, not absent.')),
    ...reportTable(
      ['Field', 'Known', 'Of', 'In pull requests'],
      rows.map((row) => [
        [code(row.of === 'pull_requests' ? row.field : `${row.of}.${row.field}`)],
        formatShare(row.known, row.total),
        `${formatCount(row.total)} ${nouns[row.of]}`,
        formatCount(row.pull_requests),
      ]),
      rows.length,
    ),
  ]
}
