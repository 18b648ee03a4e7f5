// Results to the report: Markdown for the job summary and the terminal, and JSON for programs. Pure.

import type { RootContent } from 'mdast'
import { renderMarkdown } from '../../core/render/markdown.ts'
import { renderAdoption } from './markdown/adoption.ts'
import { renderCompleteness } from './markdown/completeness.ts'
import { renderCoverage } from './markdown/coverage.ts'
import { renderCorrections, renderFailures } from './markdown/failures.ts'
import { renderHeadline } from './markdown/headline.ts'
import { renderLessons } from './markdown/lessons.ts'
import { renderOutcomes } from './markdown/outcomes.ts'
import { renderTools } from './markdown/tools.ts'
import { type AboutReport, type ReportJson, toReportJson } from './report-json.ts'
import type { ReportResults } from './report-results.ts'

export interface Report {
  /** At most 200,000 bytes of UTF-8; lists are cut so that it fits, and say so. Inert: no HTML, images or mentions. */
  markdown: string
  /** With all rows of the results. */
  json: ReportJson
}

/** In bytes. A job summary takes 1 MiB, and others write into it. */
const mostBytes = 200_000

/** How many rows of a table and lessons of a kind are shown: as many as fit. */
const mostShown = [25, 15, 8, 4, 2, 0]

/** The report of `results`; the same results give the same bytes. */
export function renderReport(results: ReportResults, about: AboutReport = {}): Report {
  return { markdown: renderFitting(results, about), json: toReportJson(results, about) }
}

function renderFitting(results: ReportResults, about: AboutReport): string {
  for (const most of mostShown) {
    const markdown = renderMarkdown(renderAll(results, about, most))
    if (new TextEncoder().encode(markdown).length <= mostBytes) return markdown
  }
  return renderMarkdown(renderHeadline(results, about))
}

function renderAll(results: ReportResults, about: AboutReport, most: number): RootContent[] {
  const headline = renderHeadline(results, about)
  if (results.overview.pull_requests === 0) return headline
  return [
    ...headline,
    ...renderAdoption(results, most),
    ...renderOutcomes(results),
    ...renderTools(results, most),
    ...renderCompleteness(results, most),
    ...renderFailures(results, most),
    ...renderCorrections(results, most),
    ...renderLessons(results, most),
    ...renderCoverage(results),
  ]
}
