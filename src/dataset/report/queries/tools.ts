// The queries about tools, and how completely their use is documented.

import { count, month, ofRows, type ReportQuery, text } from '../report-query.ts'

const toolKey = text('tool_key', 'Id in the tool vocabulary, or the name as written.')
const toolId = text('tool_id', 'Id in the tool vocabulary; null for a tool it does not know.')
const toolName = text('tool_name', 'Its name, as a record has it.')
const pullRequests = count('pull_requests', 'That name it.')
const merged = count('merged', 'Of these, merged.')
const closedUnmerged = count('closed_unmerged', 'Of these, closed without a merge.')

export const tools = {
  name: 'report_tools',
  description: 'The 200 tools that most pull requests name.',
  columns: [
    toolKey,
    toolId,
    toolName,
    pullRequests,
    count('with_version', 'Of these, with its version.'),
    merged,
    closedUnmerged,
    count('reverted', 'Of these, reverted later, as far as known.'),
    count('speak_of_failures', 'Of these, that tell of failed attempts or say there were none.'),
    count('with_failures', 'Of these, with a failed attempt of this tool.'),
    count('failures', 'Failed attempts of this tool.'),
    count('corrections', 'Manual corrections of its output.'),
    ofRows,
  ],
} as const satisfies ReportQuery

export const toolVersions = {
  name: 'report_tool_versions',
  description: 'The 500 versions and models that most pull requests name.',
  columns: [
    toolKey,
    toolId,
    toolName,
    text('version', 'As written; null when only the model is stated.'),
    text('model_id', 'One id for all spellings of a model; null when not stated or not known.'),
    pullRequests,
    merged,
    closedUnmerged,
    month('first_month', 'Earliest month a pull request that names it was opened in.'),
    month('last_month', 'Latest month.'),
    ofRows,
  ],
} as const satisfies ReportQuery

export const sections = {
  name: 'report_sections',
  description: 'The state of each section in the pull requests with AI used.',
  columns: [
    text('section', 'Its name.'),
    count('pull_requests', 'With AI used.'),
    count('answered', 'Documented.'),
    count('denied', 'The author says there is none.'),
    count('empty', 'A title without content.'),
    count('template', 'Untouched placeholder text.'),
    count('absent', 'No such section.'),
    ofRows,
  ],
} as const satisfies ReportQuery

export const completeness = {
  name: 'report_completeness',
  description:
    'How complete the records of pull requests with AI used are, by month, the newest first; at most 240 months and those without a date.',
  columns: [
    month('created_month', 'Month the pull requests were opened in; null when not known.'),
    count('pull_requests', 'With AI used.'),
    count('score_sum', 'Sum of their completeness, each 0 to 100.'),
    count('scored', 'How many the sum is of.'),
    count('complete', 'With all six sections documented.'),
    count('tools', 'With the section about tools answered or denied.'),
    count('prompts', 'With the section about prompts answered or denied.'),
    count('failures', 'With the section about failed attempts answered or denied.'),
    count('corrections', 'With the section about manual corrections answered or denied.'),
    count('context', 'With the section about context answered or denied.'),
    count('review', 'With the section about human review answered or denied.'),
    ofRows,
  ],
} as const satisfies ReportQuery

export const findings = {
  name: 'report_findings',
  description: 'What the rules reported; the 200 most frequent.',
  columns: [
    text('rule', 'Id of the rule.'),
    text('severity', '`info`, `warning` or `error`.'),
    count('findings', 'How many.'),
    count('pull_requests', 'In how many pull requests.'),
    ofRows,
  ],
} as const satisfies ReportQuery
