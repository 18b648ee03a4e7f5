// Where AI fails, and what people fix: by category and tool, version and area.

import type { RootContent } from 'mdast'
import { code, heading, paragraph, phrase, text } from '../../../core/render/markdown.ts'
import { formatCount } from '../rates.ts'
import type { ReportResults, ReportRow } from '../report-results.ts'
import { categoryLabel, toolLabel } from '../report-words.ts'
import { renderCategoryTable } from './category-table.ts'
import { type Cell, reportTable } from './report-table.ts'

export function renderFailures(results: ReportResults, most: number): RootContent[] {
  const title = heading(3, text('Where AI fails us'))
  const told =
    results.overview.failures === 0
      ? [
          paragraph(
            text('No pull request tells of a failed attempt. That does not mean that there was none.'),
          ),
        ]
      : [
          ...renderCategoryTable(results, 'failure', most),
          ...renderVersions(results.categories_by_version, most),
        ]
  return [title, ...told, ...renderAreas(results, most)]
}

export function renderCorrections(results: ReportResults, most: number): RootContent[] {
  const title = heading(3, text('What people fix, and why'))
  if (results.overview.corrections === 0) {
    const none = 'No pull request tells of a manual correction. That does not mean that there was none.'
    return [title, paragraph(text(none))]
  }
  const hasReasons = results.lessons.rows.some(({ kind, why }) => kind === 'correction' && why !== null)
  return [
    title,
    ...renderCategoryTable(results, 'correction', most),
    ...(hasReasons ? [paragraph(text('The reasons in their authors’ words are under “Lessons”.'))] : []),
  ]
}

function renderVersions(list: ReportResults['categories_by_version'], most: number): RootContent[] {
  const failures = list.rows.filter(({ kind }) => kind === 'failure')
  if (failures.length === 0) return []
  // Of a cut list it is not known how many of the rest are failures.
  const total = list.total > list.rows.length ? list.total : failures.length
  return [
    heading(4, text('By version')),
    ...reportTable(
      ['Tool', 'Version', 'Category', 'Failed attempts', 'Pull requests'],
      failures
        .slice(0, most)
        .map((row) => [
          [text(toolLabel(row), 60)],
          row.version ? [code(row.version, 40)] : '–',
          [text(categoryLabel(row.category), 60)],
          formatCount(row.lessons),
          formatCount(row.pull_requests),
        ]),
      total,
    ),
  ]
}

function renderAreas(
  { areas, categories_by_area, repositories }: ReportResults,
  most: number,
): RootContent[] {
  const telling = areas.rows.filter(({ failures, corrections }) => failures + corrections > 0)
  if (telling.length === 0) return []
  const isOne = repositories.total === 1
  const rows = telling
    .slice(0, most)
    .map((area): Cell[] => [
      ...(isOne ? [] : [nameCell(area.repository)]),
      nameCell(area.area),
      formatCount(area.pull_requests),
      formatCount(area.ai_used),
      formatCount(area.failures),
      formatCount(area.corrections),
      [text(commonCategories(area, categories_by_area.rows))],
    ])
  const head = [
    'Area',
    'Pull requests',
    'AI used',
    'Failed attempts',
    'Corrections',
    'Categories of failures',
  ]
  return [
    heading(4, text('By area of the repository')),
    ...reportTable(isOne ? head : ['Repository', ...head], rows, telling.length),
    paragraph(
      ...phrase(
        'A pull request counts in every area that it changes: where in it something failed is not stated.',
      ),
    ),
  ]
}

function nameCell(name: string | null): Cell {
  return name === null || name === '' ? 'unknown' : [code(name, 80)]
}

/** `style 3, security 1`. */
function commonCategories(
  area: ReportRow<'areas'>,
  cells: readonly ReportRow<'categories_by_area'>[],
): string {
  const own = cells.filter(
    (cell) =>
      cell.kind === 'failure' &&
      cell.category !== null &&
      cell.repository === area.repository &&
      cell.area === area.area,
  )
  const named = own.slice(0, 3).map(({ category, lessons }) => `${categoryLabel(category)} ${lessons}`)
  return named.length === 0 ? 'not stated' : named.join(', ')
}
