// The queries about failed attempts and manual corrections, together called lessons.

import { count, month, ofRows, type ReportQuery, text } from '../report-query.ts'

const kind = text('kind', '`failure` or `correction`.')
const category = text('category', 'As the author states it; null when not stated.')
const toolKey = text(
  'tool_key',
  'Id of the tool in the vocabulary, or its name as written; null when not known.',
)
const toolId = text('tool_id', 'Id of the tool in the vocabulary; null for a tool it does not know.')
const toolName = text('tool_name', 'Its name, as a record has it.')
const version = text('version', 'Version of the tool, as written.')
const lessons = count('lessons', 'How many.')
const pullRequests = count('pull_requests', 'In how many pull requests.')

export const categories = {
  name: 'report_categories',
  description: 'Failed attempts and manual corrections by category, the most frequent first.',
  columns: [
    kind,
    category,
    lessons,
    pullRequests,
    count('with_why', 'That state a cause or reason.'),
    count('with_resolution', 'That state what solved it.'),
    count('with_tool', 'Whose tool is known.'),
    ofRows,
  ],
} as const satisfies ReportQuery

export const categoriesByTool = {
  name: 'report_categories_by_tool',
  description: 'Lessons by category and tool; the 500 most frequent.',
  columns: [
    kind,
    category,
    toolKey,
    toolId,
    toolName,
    lessons,
    count(
      'tool_stated',
      'Whose author says which tool; the others are of pull requests that name no other tool.',
    ),
    pullRequests,
    ofRows,
  ],
} as const satisfies ReportQuery

export const categoriesByVersion = {
  name: 'report_categories_by_version',
  description: 'Lessons by category, tool and version where the version is known; the 500 most frequent.',
  columns: [kind, category, toolKey, toolId, toolName, version, lessons, pullRequests, ofRows],
} as const satisfies ReportQuery

export const categoriesByArea = {
  name: 'report_categories_by_area',
  description:
    'Lessons by category and area; the 500 most frequent. A lesson counts in every area that its pull request changes.',
  columns: [
    kind,
    category,
    text('repository', '`owner/name`.'),
    text('area', 'First two folders of the path; `.` for a file in the root.'),
    lessons,
    pullRequests,
    ofRows,
  ],
} as const satisfies ReportQuery

export const lessonList = {
  name: 'report_lessons',
  description:
    'The 100 failed attempts and the 100 manual corrections that say most: those with a cause, reason or resolution, the fuller and the newer first; three of a kind at most from one pull request, chosen among the 10,000 fullest and newest of a kind. Texts are cut at 1,000 characters.',
  columns: [
    kind,
    category,
    text('summary', 'What went wrong, or what a human changed.'),
    text('error', 'The error or symptom.'),
    text('why', 'The cause or reason.'),
    text('resolution', 'What changed.'),
    text('path', 'File, as written.'),
    toolKey,
    toolId,
    toolName,
    version,
    text('record_id', 'Id of the record, as published.'),
    text('repository', '`owner/name`.'),
    text('url', 'Page of the pull request; null when not published.'),
    month('created_month', 'Month the pull request was opened in; null when not known.'),
    text('outcome', '`merged`, `closed_unmerged`, `open` or `unknown`.'),
    count('times', 'How many of the 10,000 say it in the same words.'),
    ofRows,
  ],
} as const satisfies ReportQuery
