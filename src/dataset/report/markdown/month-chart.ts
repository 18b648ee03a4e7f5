// The Mermaid chart of adoption. Only numbers and months get into it, never a text from outside.

import type { RootContent } from 'mdast'
import { paragraph, text } from '../../../core/render/markdown.ts'
import type { ReportRow } from '../report-results.ts'
import { monthName } from '../report-words.ts'

/** Two points are no course. */
const fewestMonths = 3

/**
 * A chart of `months`, the oldest first, each a real one; nothing when there are under three. A month without pull requests
 * has no row and shows as 0 when it lies between others and there is room.
 */
export function renderMonthChart(months: readonly ReportRow<'adoption'>[]): RootContent[] {
  if (months.length < fewestMonths) return []
  const shown = fillGaps(months)
  const names = shown.map(({ month }) => `"${monthName(month)}"`)
  const all = shown.map(({ pull_requests }) => pull_requests)
  const chart = [
    'xychart-beta',
    '  title "Pull requests by month"',
    `  x-axis [${names.join(', ')}]`,
    `  y-axis "Pull requests" 0 --> ${Math.max(...all, 1)}`,
    `  bar [${all.join(', ')}]`,
    `  line [${shown.map(({ ai_used }) => ai_used).join(', ')}]`,
  ]
  return [
    { type: 'code', lang: 'mermaid', value: chart.join('\n') },
    paragraph(text('Bars: all pull requests. Line: those with AI used.')),
  ]
}

interface Point {
  month: number
  pull_requests: number
  ai_used: number
}

function fillGaps(rows: readonly ReportRow<'adoption'>[]): Point[] {
  const byMonth = new Map(
    rows.map(({ created_month, pull_requests, ai_used }): [number, Point] => [
      created_month ?? 0,
      { month: created_month ?? 0, pull_requests, ai_used },
    ]),
  )
  const [first = 0] = byMonth.keys()
  const last = [...byMonth.keys()].at(-1) ?? 0
  // A wrong date may lie centuries away.
  if (ordinal(last) - ordinal(first) >= mostPoints) return [...byMonth.values()]
  const points: Point[] = []
  for (let at = ordinal(first); at <= ordinal(last); at++) {
    const month = Math.floor(at / 12) * 100 + (at % 12) + 1
    points.push(byMonth.get(month) ?? { month, pull_requests: 0, ai_used: 0 })
  }
  return points
}

const mostPoints = 18

/** Months since the year 0. */
function ordinal(month: number): number {
  return Math.floor(month / 100) * 12 + (month % 100) - 1
}
