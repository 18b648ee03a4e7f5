// Which results Spark writes, and how it makes the nested columns of what is published.

import type { Column } from '../../tables/column.ts'
import type { PublishedColumn, PublishedTable, Wrap } from '../../tables/published-table.ts'
import { quoteName, sparkType } from './prelude.ts'
import type { SparkOutput } from './render-spark-script.ts'

/** `data/<table>/split=…/`: the table as it is published, each split in total order over the names of its files. */
export function publishedOutput({ name, columns, key }: PublishedTable): SparkOutput {
  return {
    folder: `data/${name}`,
    step: name,
    select: columns.map((column) => `${expression(column)} AS ${quoteName(column.name)}`),
    split: 'split',
    orderBy: key,
  }
}

/** `<name>/`: the rows of the step as they are, in any order. */
export function stepOutput(name: string): SparkOutput {
  return { folder: name, step: name, select: ['*'], split: null, orderBy: [] }
}

function expression(column: PublishedColumn): string {
  return column.wrap ? wrapped(column.wrap, column) : quoteName(column.name)
}

function wrapped(wrap: Wrap, column: Column): string {
  if ('messages' in wrap) {
    const messages = wrap.messages.map(
      ({ role, text }) => `named_struct('role', ${quoteText(role)}, 'content', ${quoteName(text)})`,
    )
    return `array(${messages.join(', ')})`
  }
  if ('struct' in wrap) {
    const fields = wrap.struct.map(
      ({ name, wrap: inner }) => `${quoteText(name)}, ${wrapped(inner, fieldOf(column, name))}`,
    )
    return `named_struct(${fields.join(', ')})`
  }
  if ('column' in wrap) return quoteName(wrap.column)
  if ('emptyList' in wrap) return `CAST(array() AS ${sparkType(column.type)})`
  const { constant } = wrap
  const literal = typeof constant === 'string' ? quoteText(constant) : String(constant)
  return `CAST(${literal} AS ${sparkType(column.type)})`
}

function fieldOf({ name, type }: Column, field: string): Column {
  const fields = typeof type === 'object' && 'struct' in type ? type.struct : []
  const found = fields.find((known) => known.name === field)
  if (!found) throw new Error(`\`${name}\` has no field \`${field}\``)
  return found
}

// Spark’s lexer takes `\'` for a quote in any mode, so no literal can end with a backslash.
function quoteText(text: string): string {
  if (text.includes('\\')) throw new Error(`Spark takes no backslash in \`${text}\``)
  return `'${text.replaceAll("'", "''")}'`
}
