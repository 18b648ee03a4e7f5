// The tables of docs/dataset.md: what a dataset holds, column by column, and the record fields each column is made of.

import { describeType, publishedTables } from '../../src/dataset/tables/published.ts'
import type { PublishedTable, Wrap } from '../../src/dataset/tables/published-table.ts'
import { createTable } from './markdown-table.ts'

/** One overview of the tables (`dataset-tables`) and of the views (`dataset-views`), and one table each (`dataset-<name>`). */
export function createDatasetTables(): Map<string, string> {
  const overview = (kind: PublishedTable['kind']) =>
    createTable(
      ['Name', 'Key', 'What it holds'],
      publishedTables
        .filter((table) => table.kind === kind)
        .map(({ name, key, description }) => [`\`${name}\``, quote(key), description]),
    )
  return new Map([
    ['dataset-tables', overview('table')],
    ['dataset-views', overview('view')],
    ...publishedTables
      // The columns of `records` are the fields that docs/format.md has.
      .filter(({ name }) => name !== 'records')
      .map((table): [string, string] => [`dataset-${table.name}`, createColumnTable(table)]),
  ])
}

function createColumnTable({ columns }: PublishedTable): string {
  return createTable(
    ['Column', 'Type', 'Record fields', 'Meaning'],
    columns.map(({ name, type, from, description, wrap }) => [
      `\`${name}\``,
      `\`${describeType(type)}\``,
      from.length === 0 ? '' : quote(from),
      [description, ...(wrap === undefined ? [] : describeWrap(wrap))].join(' '),
    ]),
  )
}

/** How the column is made of those of the SELECT. */
function describeWrap(wrap: Wrap): string[] {
  return 'column' in wrap ? [] : [`Written as \`${showWrap(wrap)}\`.`]
}

function showWrap(wrap: Wrap): string {
  if ('column' in wrap) return wrap.column
  if ('constant' in wrap) return JSON.stringify(wrap.constant)
  if ('emptyList' in wrap) return '[]'
  if ('messages' in wrap)
    return `[${wrap.messages.map(({ role, text }) => `{role: ${role}, content: ${text}}`).join(', ')}]`
  return `{${wrap.struct.map((field) => `${field.name}: ${showWrap(field.wrap)}`).join(', ')}}`
}

const quote = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
