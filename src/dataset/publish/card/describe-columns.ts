// The part of a card that tells what each table and view holds.

import type { RootContent } from 'mdast'
import { code, heading, paragraph, phrase, table } from '../../../core/render/markdown.ts'
import type { Column } from '../../tables/column.ts'
import { describeType } from '../../tables/published.ts'
import type { TableSummary } from '../../tables/table-summary.ts'
import { countRows, type DatasetDescription } from '../dataset-description.ts'

/** A heading, a sentence and a table of columns for each table and view, and a sentence for those without rows. */
export function describeColumns({ tables }: DatasetDescription): RootContent[] {
  return [
    heading(2, ...phrase('Tables and training views')),
    paragraph(
      ...phrase(
        'Each is a configuration of its own. The tables are tied by `record_id`; a row of a list is known by `record_id` and `seq`, its place in the list. A value that was not said is null. Times are UTC. Parquet files are in `data/`, the same rows as JSONL in `jsonl/`.',
      ),
    ),
    ...tables.filter((table) => countRows(table) > 0).flatMap(describeTable),
    ...describeEmpty(tables),
  ]
}

function describeTable(summary: TableSummary): RootContent[] {
  const kind = summary.kind === 'view' ? 'Training view. ' : ''
  return [
    heading(3, code(summary.name)),
    paragraph(...phrase(`${kind}${summary.description} ${formatRows(countRows(summary))}.`)),
    table([
      [phrase('Column'), phrase('Type'), phrase('Meaning')],
      ...summary.columns.map((column) => [
        [code(column.name)],
        [code(shortType(column), 4000)],
        phrase(column.description),
      ]),
    ]),
  ]
}

/** The types inside the structs of a whole record would fill pages: the front matter and croissant.json have them. */
function shortType({ type }: Column): string {
  const whole = describeType(type)
  if (whole.length <= 120) return whole
  return describeType(type).startsWith('list') ? 'list<struct<…>>' : 'struct<…>'
}

function describeEmpty(tables: readonly TableSummary[]): RootContent[] {
  const empty = tables.filter((table) => countRows(table) === 0)
  if (empty.length === 0) return []
  return [
    heading(3, ...phrase('Without rows')),
    paragraph(
      ...phrase('These have no rows in this version, and so neither files nor a configuration: '),
      ...phrase(`${empty.map(({ name }) => `\`${name}\``).join(', ')}.`),
    ),
  ]
}

/** `1 row`, `3,416 rows`. */
function formatRows(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`
}

/** With commas, whatever the machine’s language. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
