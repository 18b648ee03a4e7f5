// A table of the report: as many rows as are shown, and what is left out said below.

import type { PhrasingContent, RootContent } from 'mdast'
import { paragraph, phrase, table, text } from '../../../core/render/markdown.ts'
import { formatCount } from '../rates.ts'

/** A cell: our own words, or nodes made of text from outside by `text` and `code`. */
export type Cell = string | PhrasingContent[]

/** `rows` with `head` above them, and a sentence when they are not all of `total`. */
export function reportTable(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  total: number,
): RootContent[] {
  if (rows.length === 0) return []
  const cells = [head, ...rows].map((row) => row.map(toNodes))
  const rest = total - rows.length
  return [
    table(cells),
    ...(rest > 0 ? [paragraph(...phrase(`${formatCount(rest)} more in \`report.json\`.`))] : []),
  ]
}

function toNodes(cell: Cell): PhrasingContent[] {
  return typeof cell === 'string' ? [text(cell)] : cell
}
