// The Mermaid chart of adoption.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { renderMarkdown } from '../../../src/core/render/markdown.ts'
import { renderMonthChart } from '../../../src/dataset/report/markdown/month-chart.ts'

const month = (created_month: number, pull_requests: number, ai_used: number) => ({
  created_month,
  pull_requests,
  ai_used,
  ai_not_used: 0,
  ai_used_merged: 0,
  ai_used_closed_unmerged: 0,
})

describe('renderMonthChart', () => {
  it('shows a month without pull requests as 0, over the end of a year', () => {
    const chart = renderMarkdown(
      renderMonthChart([month(202511, 3, 1), month(202512, 5, 5), month(202602, 2, 0)]),
    )
    assert.equal(
      chart,
      `\`\`\`mermaid
xychart-beta
  title "Pull requests by month"
  x-axis ["2025-11", "2025-12", "2026-01", "2026-02"]
  y-axis "Pull requests" 0 --> 5
  bar [3, 5, 0, 2]
  line [1, 5, 0, 0]
\`\`\`

Bars: all pull requests. Line: those with AI used.
`,
    )
  })

  it('fills no centuries', () => {
    const chart = renderMarkdown(
      renderMonthChart([month(101, 1, 1), month(202512, 5, 5), month(999912, 2, 0)]),
    )
    assert.doesNotMatch(chart, /0001/)
    assert.match(chart, /bar \[1, 5, 2\]/)
  })

  it('is left out under three months', () => {
    assert.deepEqual(renderMonthChart([month(202511, 3, 1), month(202512, 5, 5)]), [])
  })
})
