// What is said of a table or view that is published.

import type { Column } from './column.ts'

/** A column as published. */
export interface PublishedColumn extends Column {
  /** Paths of the record fields it is made of, such as `failures[].summary`. */
  from: readonly string[]
  /** How it is made of the columns that the view’s SELECT gives; absent when the SELECT gives the column itself. */
  wrap?: Wrap
}

/** One message of a list of messages: its role and the column of the SELECT that holds its text. */
interface MessagePart {
  role: 'user' | 'assistant'
  text: string
}

/**
 * How a writer makes a column of the flat ones of a SELECT: one of them under another name; a list of messages, each a
 * struct of `role` and `content`; a struct; a constant; or an empty list of the column’s type.
 */
export type Wrap =
  | { column: string }
  | { messages: readonly MessagePart[] }
  | { struct: readonly { name: string; wrap: Wrap }[] }
  | { constant: boolean | string }
  | { emptyList: true }

/** One table or training view. */
export interface PublishedTable {
  name: string
  kind: 'table' | 'view'
  description: string
  /** Identify a row; every write is ordered by them, in this order, ascending. */
  key: readonly string[]
  /** What the SELECT gives, scalars only, but for `records`. */
  selected: readonly Column[]
  /** What is written, in this order. */
  columns: readonly PublishedColumn[]
}
