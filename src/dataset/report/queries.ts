// Every query of the report in the order in which an engine runs them.

import { listCoverage, pullRequestCoverage } from './queries/coverage.ts'
import {
  categories,
  categoriesByArea,
  categoriesByTool,
  categoriesByVersion,
  lessonList,
} from './queries/lessons.ts'
import { adoption, areas, outcomes, overview, repositories } from './queries/overview.ts'
import { completeness, findings, sections, tools, toolVersions } from './queries/tools.ts'
import type { ReportQuery } from './report-query.ts'

/**
 * SELECTs of `src/dataset/sql/report/` that others read from: an engine makes a view or table of each, of the same name, in
 * this order, before it runs the queries. They read the `chosen_…` views.
 */
export const reportSteps = [
  'report_pull_requests',
  'report_tool_rows',
  'report_lesson_rows',
  'report_lesson_counts',
] as const

/** The queries whose rows become a list of the report’s JSON, by its name there. */
export const reportLists = {
  adoption,
  repositories,
  outcomes,
  tools,
  tool_versions: toolVersions,
  sections,
  completeness,
  categories,
  categories_by_tool: categoriesByTool,
  categories_by_version: categoriesByVersion,
  areas,
  categories_by_area: categoriesByArea,
  lessons: lessonList,
  findings,
} as const satisfies Readonly<Record<string, ReportQuery>>

export type ReportListName = keyof typeof reportLists

/** All queries that give rows, each with its columns in order. */
export const reportQueries: readonly ReportQuery[] = [
  overview,
  pullRequestCoverage,
  ...listCoverage,
  ...Object.values(reportLists),
]
