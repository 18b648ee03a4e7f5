// One entry of a section (a failure, a correction, a tool): what was written, not yet what it means.

import type { Code, Line, Span } from '../document/block.ts'

/** The value of a labelled field as plain text, or as code when that is what it is. */
export interface FieldValue extends Span {
  text: string
}

export interface Entry extends Span {
  /** The heading, bold line or summary above it. */
  title: string | null
  /** Whether it is an item as it was drafted: its fields are facts, whatever their words. */
  isDrafted: boolean
  /** Lines that belong to no field. */
  lines: readonly Line[]
  fields: ReadonlyMap<string, FieldValue>
  /** Fences that belong to no field. */
  codes: readonly Code[]
}

/** The unlabelled text of an entry on one line. */
export function entryText(entry: Entry): string {
  return entry.lines.map((line) => line.text).join(' ')
}
