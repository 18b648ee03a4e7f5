// Categories of failed attempts or corrections against the tools they belong to: counts only.

import type { RootContent } from 'mdast'
import { paragraph, text } from '../../../core/render/markdown.ts'
import { categories as categoryNames } from '../../../core/vocabulary/categories.ts'
import { formatCount, formatNumberOf, smallCount } from '../rates.ts'
import type { ReportResults, ReportRow } from '../report-results.ts'
import { categoryLabel, toolLabel } from '../report-words.ts'
import { type Cell, reportTable } from './report-table.ts'

export type Kind = 'failure' | 'correction'

/** As many tools as a table has room for. */
const mostTools = 5

const fewestRows = categoryNames.length + 1

/** The table and how much of it is stated. At least the categories of this version are shown. */
export function renderCategoryTable(results: ReportResults, kind: Kind, most: number): RootContent[] {
  const categories = results.categories.rows.filter((row) => row.kind === kind)
  const cells = results.categories_by_tool.rows.filter((row) => row.kind === kind)
  const tools = commonTools(cells)
  const rows = categories.slice(0, Math.max(most, fewestRows)).map((row): Cell[] => {
    const lessonsOf = (tool: string | null) =>
      cells.find((cell) => cell.category === row.category && cell.tool_key === tool)?.lessons ?? 0
    const shown = tools.map(({ tool_key }) => lessonsOf(tool_key))
    const unknown = row.lessons - row.with_tool
    const others = row.with_tool - shown.reduce((sum, count) => sum + count, 0)
    return [
      [text(categoryLabel(row.category), 60)],
      ...[...shown, others, unknown, row.lessons, row.pull_requests, row.with_why].map(formatCount),
    ]
  })
  const head: Cell[] = [
    'Category',
    ...tools.map((tool): Cell => [text(toolLabel(tool), 40)]),
    ...[
      'Other tools',
      'Tool not known',
      'All',
      'Pull requests',
      kind === 'failure' ? 'With cause' : 'With reason',
    ],
  ]
  return [
    ...reportTable(head, rows, categories.length),
    paragraph(text(explain(categories, cells, kind === 'failure' ? 'failed attempt' : 'manual correction'))),
  ]
}

function explain(
  categories: readonly ReportRow<'categories'>[],
  cells: readonly ReportRow<'categories_by_tool'>[],
  noun: string,
): string {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  const all = sum(categories.map(({ lessons }) => lessons))
  const categorised = sum(categories.map(({ category, lessons }) => (category === null ? 0 : lessons)))
  const known = sum(categories.map(({ with_tool }) => with_tool))
  const stated = Math.min(known, sum(cells.map(({ tool_stated }) => tool_stated)))
  const sentences = [
    `A category is stated in ${formatCount(categorised)} of ${formatNumberOf(all, noun)}; none is guessed.`,
    `The tool is stated in ${formatCount(stated)}, the only one that the pull request names in ${formatCount(known - stated)}, and not known in ${formatCount(all - known)}.`,
  ]
  if (all < smallCount) sentences.push('These are too few to conclude anything from.')
  return sentences.join(' ')
}

/** The tools with most lessons, of those that are known. */
function commonTools(cells: readonly ReportRow<'categories_by_tool'>[]): ReportRow<'categories_by_tool'>[] {
  const byTool = new Map<string, { first: ReportRow<'categories_by_tool'>; lessons: number }>()
  for (const cell of cells) {
    if (cell.tool_key === null) continue
    const known = byTool.get(cell.tool_key)
    if (known === undefined) byTool.set(cell.tool_key, { first: cell, lessons: cell.lessons })
    else known.lessons += cell.lessons
  }
  return [...byTool.values()]
    .sort((a, b) => b.lessons - a.lessons)
    .slice(0, mostTools)
    .map(({ first }) => first)
}
