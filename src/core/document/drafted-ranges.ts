// Where a text holds what sessions said, as a draft quoted it: no trailer, link or conversation in there is the author's.

import type { Block, Span } from './block.ts'

/** The spans of the items of `blocks` that are as they were drafted. */
export function findDraftedRanges(blocks: readonly Block[]): Span[] {
  return blocks.flatMap((block): Span[] => {
    if (block.kind === 'details') return findDraftedRanges(block.blocks)
    if (block.kind !== 'list') return []
    return block.items.flatMap((item) =>
      item.isDrafted ? [{ start: item.start, end: item.end }] : findDraftedRanges(item.blocks),
    )
  })
}

/** `text` with spaces in the place of all `ranges`, which do not overlap; lines and offsets stay. */
export function blankRanges(text: string, ranges: readonly Span[]): string {
  let blanked = ''
  let from = 0
  for (const { start, end } of ranges) {
    blanked += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    from = end
  }
  return blanked + text.slice(from)
}
