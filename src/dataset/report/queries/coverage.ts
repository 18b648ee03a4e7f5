// The queries that say of how many pull requests, tools, prompts, failed attempts and corrections each field is known.

import { count, type ReportQuery } from '../report-query.ts'

export const pullRequestCoverage = {
  name: 'report_coverage_pull_requests',
  description: 'Of how many pull requests a field is known.',
  columns: counts(
    'pull_requests',
    'created_at',
    'repository',
    'visibility',
    'license',
    'consent',
    'url',
    'ai_use',
    'verdict',
    'human_reviewed',
    'tests_run',
    'state',
    'merged',
    'reverted_by',
    'checks',
    'review_decision',
    'files',
  ),
} as const satisfies ReportQuery

/** The lists of a record whose fields are looked at, and the fields. */
export const coveredLists = {
  tools: ['tool_id', 'version', 'model', 'model_id', 'used_for'],
  prompts: ['text', 'length', 'tool_seq', 'result'],
  failures: ['error', 'cause', 'resolution', 'category', 'tool_seq', 'prompt_seq'],
  corrections: ['reason', 'category', 'path', 'before', 'after', 'tool_seq', 'prompt_seq'],
} as const

export type CoveredList = keyof typeof coveredLists

/** For each list: how many rows and pull requests there are, and for each field how many rows and pull requests have it. */
export const listCoverage: readonly (ReportQuery & { list: CoveredList })[] = (
  Object.keys(coveredLists) as CoveredList[]
).map((list) => ({
  list,
  name: `report_coverage_${list}`,
  description: `Of how many rows of ${list} a field is known.`,
  columns: counts(
    'pull_requests',
    list,
    ...coveredLists[list].flatMap((field) => [field, `pull_requests_with_${field}`]),
  ),
}))

function counts<const Name extends string>(...names: Name[]) {
  return names.map((name) => count(name, name))
}
