// The columns that training views have in common.

import type { ColumnType } from './column.ts'
import type { PublishedColumn } from './published-table.ts'

/** A column that a SELECT gives as it is written. */
export type ViewColumn = Omit<PublishedColumn, 'wrap'>

/** A list of messages, as chat templates take it. */
export const messageList: ColumnType = {
  list: {
    struct: [
      { name: 'role', type: 'string', description: '`user` or `assistant`.' },
      { name: 'content', type: 'string', description: 'The text.' },
    ],
  },
}

/** A column of text, made of the record fields `from`. */
export function text(name: string, description: string, ...from: string[]): ViewColumn {
  return { name, type: 'string', description, from }
}

/** A column that is true or false, or null. */
export function flag(name: string, description: string, ...from: string[]): ViewColumn {
  return { name, type: 'boolean', description, from }
}

export const recordId = text('record_id', 'The record, as in `records`.', 'record_id')

/** `seq` of the rows of `lists`. */
export function seqOf(...lists: string[]): ViewColumn {
  const names = lists.map((list) => `\`${list}\``).join(' or ')
  return {
    name: 'seq',
    type: 'int64',
    description: `The row, as in ${names}.`,
    from: lists.map((list) => `${list}[].seq`),
  }
}

/** Where it is from and the tool it belongs to, for rows made of `lists`. */
export function origins(...lists: string[]): ViewColumn[] {
  const seqs = lists.map((list) => `${list}[].tool_seq`)
  return [
    text('repository', 'The repository, as `owner/name`.', 'source.repository'),
    text(
      'license',
      'SPDX identifier of the repository’s licence, or of the one given to the build.',
      'source.license',
    ),
    text('tool_id', 'The tool it belongs to, when stated.', ...seqs, 'tools[].tool_id'),
    text('model_id', 'The model it belongs to, when stated.', ...seqs, 'tools[].model_id'),
  ]
}

/** The kind of failure or correction. */
export function categoryOf(list: string): ViewColumn {
  return text('category', 'Its kind, when the author states one.', `${list}[].category`)
}
