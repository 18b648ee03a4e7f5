// The queries about how much there is and what became of it.

import { count, month, ofRows, type ReportQuery, text } from '../report-query.ts'

const createdMonth = month('created_month', 'Month the pull requests were opened in; null when not known.')
const pullRequests = count('pull_requests', 'How many.')
const aiUsed = count('ai_used', 'Of these, with AI used.')
const aiNotUsed = count('ai_not_used', 'Of these, whose author states that no AI was used.')
const aiUsedMerged = count('ai_used_merged', 'With AI used, and merged.')
const aiUsedClosed = count('ai_used_closed_unmerged', 'With AI used, and closed without a merge.')
const failures = count('failures', 'Failed attempts told.')
const corrections = count('corrections', 'Manual corrections told.')

export const overview = {
  name: 'report_overview',
  description: 'How much there is.',
  columns: [
    pullRequests,
    count('repositories', 'Different repositories.'),
    month('first_month', 'Earliest month a pull request was opened in.'),
    month('last_month', 'Latest month.'),
    aiUsed,
    aiNotUsed,
    count('merged', 'Merged.'),
    count('closed_unmerged', 'Closed without a merge.'),
    count('still_open', 'Still open. The rest is not known.'),
    count('reverted', 'Reverted later, as far as known.'),
    failures,
    corrections,
    count('with_failures', 'Pull requests that tell of a failed attempt.'),
    count('with_corrections', 'Pull requests that tell of a manual correction.'),
  ],
} as const satisfies ReportQuery

export const adoption = {
  name: 'report_adoption',
  description: 'Use of AI by month, the newest month first; at most 240 months and those without a date.',
  columns: [createdMonth, pullRequests, aiUsed, aiNotUsed, aiUsedMerged, aiUsedClosed, ofRows],
} as const satisfies ReportQuery

export const repositories = {
  name: 'report_repositories',
  description: 'The 200 repositories with most pull requests.',
  columns: [
    text('repository', '`owner/name`.'),
    pullRequests,
    aiUsed,
    aiNotUsed,
    failures,
    corrections,
    ofRows,
  ],
} as const satisfies ReportQuery

export const outcomes = {
  name: 'report_outcomes',
  description: 'What became of the pull requests, by use of AI.',
  columns: [
    text('ai_use', '`used`, `none` or `unknown`.'),
    text('outcome', '`merged`, `closed_unmerged`, `open` or `unknown`.'),
    pullRequests,
    count('reverted', 'Reverted later, as far as known.'),
    count('approved', 'Whose review decision is `APPROVED`.'),
    count('changes_requested', 'Whose review decision is `CHANGES_REQUESTED`.'),
    count('human_reviewed', 'Where someone says that a human reviewed.'),
    count('tests_run', 'Where someone says that tests were run.'),
    ofRows,
  ],
} as const satisfies ReportQuery

export const areas = {
  name: 'report_areas',
  description:
    'The 500 areas with most lessons, then most pull requests. A pull request counts in every area that it changes.',
  columns: [
    text('repository', '`owner/name`.'),
    text('area', 'First two folders of the path; `.` for a file in the root.'),
    pullRequests,
    aiUsed,
    aiUsedMerged,
    aiUsedClosed,
    failures,
    corrections,
    ofRows,
  ],
} as const satisfies ReportQuery
