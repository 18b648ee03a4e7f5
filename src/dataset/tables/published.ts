// What a dataset holds: its tables and training views, column by column, with the record fields each is made of. Writers,
// engines, card, Croissant and docs/dataset.md are derived from it.

import type { ColumnType } from './column.ts'
import type { PublishedColumn, PublishedTable } from './published-table.ts'
import { recordColumns } from './record-columns.ts'
import { type FlatList, flatColumns } from './staged.ts'
import { trainingViews } from './training-views.ts'

/** The flat tables that are published; sections are counted in reports only. */
export const publishedLists = [
  'prompts',
  'tools',
  'failures',
  'corrections',
  'findings',
] as const satisfies readonly FlatList[]

const listDescriptions: Readonly<Record<(typeof publishedLists)[number], string>> = {
  prompts: 'One row a prompt that was recorded.',
  tools: 'One row an AI tool and model that was named.',
  failures: 'One row a failed attempt: what went wrong, why, and what resolved it.',
  corrections: 'One row a change that a human made by hand to what the AI wrote, and why.',
  findings: 'One row a finding of the check that the pull request was put to.',
}

const recordId: PublishedColumn = {
  name: 'record_id',
  type: 'string',
  description: 'The record, as in `records`.',
  from: ['record_id'],
}

const records: PublishedTable = {
  name: 'records',
  kind: 'table',
  description: 'One row a pull request: its whole record, nested.',
  key: ['record_id'],
  selected: recordColumns,
  columns: recordColumns.map((column) => ({ ...column, from: [column.name] })),
}

const text = (name: string, description: string, from: readonly string[]): PublishedColumn => ({
  name,
  type: 'string',
  description,
  from,
})

const diffColumns: readonly PublishedColumn[] = [
  recordId,
  { name: 'seq', type: 'int64', description: 'Always 1.', from: [] },
  text('repository', 'The repository, as `owner/name`.', ['source.repository']),
  text('license', 'SPDX identifier of its licence, or of the one given to the build.', ['source.license']),
  text('diff', 'What was merged, as a unified diff of at most 200 KB, redacted.', []),
]

function flatTable(list: (typeof publishedLists)[number]): PublishedTable {
  const scalars = flatColumns(list).filter(({ name }) => name !== 'row_id')
  const columns = scalars.map((column) => ({ ...column, from: [`${list}[].${column.name}`] }))
  return {
    name: list,
    kind: 'table',
    description: listDescriptions[list],
    key: ['record_id', 'seq'],
    selected: [recordId, ...scalars],
    columns: [recordId, ...columns],
  }
}

const diffs: PublishedTable = {
  name: 'diffs',
  kind: 'table',
  description: 'One row a merged pull request whose diff was asked for and whose licence allows it.',
  key: ['record_id', 'seq'],
  selected: diffColumns,
  columns: diffColumns,
}

/** Every table, `records` first, then every training view. */
export const publishedTables: readonly PublishedTable[] = [
  records,
  ...publishedLists.map(flatTable),
  diffs,
  ...trainingViews,
]

/** A type as one reads it: `list<struct<role: string, content: string>>`. */
export function describeType(type: ColumnType): string {
  if (typeof type === 'string') return type
  if ('list' in type) return `list<${describeType(type.list)}>`
  return `struct<${type.struct.map((column) => `${column.name}: ${describeType(column.type)}`).join(', ')}>`
}
