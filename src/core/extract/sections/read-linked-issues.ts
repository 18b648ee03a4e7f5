// The issues a pull request belongs to: those it closes or names after a keyword, and those its context names.

import type { Block, Line } from '../../document/block.ts'
import type { Passage } from '../passage.ts'

/** Issues as `#12` or `owner/name#12`, in order of mention, each once. `repository` shortens its own. */
export function readLinkedIssues(
  blocks: readonly Block[],
  context: readonly Passage[],
  repository: string | null,
): string[] {
  const found = new Set<string>()
  const add = (match: RegExpMatchArray) => {
    const [, owner = '', number] = match
    found.add(owner === '' || owner === repository ? `#${number}` : `${owner}#${number}`)
  }
  for (const { text } of linesOf(blocks)) {
    if (text.includes('#') || text.includes('/issues/')) for (const match of text.matchAll(keyed)) add(match)
  }
  for (const passage of context) {
    for (const line of linesOf(passage.blocks)) for (const match of line.text.matchAll(bare)) add(match)
  }
  return [...found]
}

const reference = '(?:https://github\\.com/)?([\\w.-]{1,39}/[\\w.-]{1,100})?(?:/issues/|#)(\\d{1,10})\\b'
const keyed = new RegExp(
  `\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|part of|related to|refs?|references?|issue):?\\s{1,4}${reference}`,
  'gi',
)
const bare = new RegExp(`(?<![\\w/])${reference}`, 'g')

function* linesOf(blocks: readonly Block[]): Generator<Line> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield* block.lines
    else if (block.kind === 'list') {
      for (const item of block.items) if (!item.isDrafted) yield* linesOf(item.blocks)
    } else if (block.kind === 'table') for (const row of block.rows) yield* row
    else if (block.kind === 'details' || block.kind === 'quote') yield* linesOf(block.blocks)
  }
}
