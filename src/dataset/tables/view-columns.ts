// The columns that training views have in common.

import type { ColumnType } from './column.ts'
import type { PublishedColumn } from './published.ts'

/** A column that a SELECT gives as it is written. */
export type ViewColumn = Omit<PublishedColumn, 'wrap'>

/** A list of messages. */
export const messageList: ColumnType = {
  list: {
    struct: [
      { name: 'role', type: 'string', description: '`user` or `assistant`.' },
      { name: 'content', type: 'string', description: 'The text.' },
    ],
  },
}

/** Whether it went well. */
export function labelColumn(description: string, from: readonly string[]): ViewColumn {
  return { name: 'label', type: 'boolean', description, from }
}

function text(name: string, description: string, ...from: string[]): ViewColumn {
  return { name, type: 'string', description, from }
}

/** The common columns; those of one list are functions of its name. */
export const viewColumns = {
  recordId: text('record_id', 'The record, as in `records`.', 'record_id'),
  repository: text('repository', 'The repository, as `owner/name`.', 'source.repository'),
  license: text('license', 'SPDX identifier of the repository’s licence.', 'source.license'),
  seqOf: (
    list: string,
    description = `The row, as in \`${list}\`.`,
    more: readonly string[] = [],
  ): ViewColumn => ({
    name: 'seq',
    type: 'int64',
    description,
    from: [`${list}[].seq`, ...more],
  }),
  category: (list: string) => text('category', 'The kind, when the author states one.', `${list}[].category`),
  toolId: (list: string) =>
    text('tool_id', 'The tool it belongs to, when stated.', 'tools[].tool_id', `${list}[].tool_seq`),
  modelId: (list: string) =>
    text('model_id', 'The model it belongs to, when stated.', 'tools[].model_id', `${list}[].tool_seq`),
  promptText: text('prompt_text', 'The prompt.', 'prompts[].text', 'corrections[].prompt_seq'),
  completionText: text(
    'completion_text',
    'What came of the prompt, as its author says, or the code as a human left it.',
    'prompts[].result',
    'corrections[].after',
  ),
  chosenText: text('chosen_text', 'The code as a human left it.', 'corrections[].after'),
  rejectedText: text('rejected_text', 'The code as the AI left it.', 'corrections[].before'),
  completionFrom: text(
    'completion_from',
    '`prompt_result`, `correction_after` or `correction_before`: the field that the completion is.',
    'prompts[].result',
    'corrections[].after',
    'corrections[].before',
  ),
  outcome: [
    { name: 'merged', type: 'boolean', description: 'Null until known.', from: ['outcome.merged'] },
    {
      name: 'reverted',
      type: 'boolean',
      description: 'Whether something is known to have reverted it; null until it is merged.',
      from: ['outcome.reverted_by', 'outcome.merged'],
    },
    text('review_decision', 'As GitHub says.', 'outcome.review_decision'),
    text('checks', 'Conclusion of its checks.', 'outcome.checks'),
  ] satisfies ViewColumn[],
} as const
