// Task lists: every box with its text, nested ones included.

import type { Block } from '../../document/block.ts'
import { blocksToText } from '../../document/block-text.ts'
import { isPlaceholder } from './placeholder.ts'

export interface Box {
  text: string
  checked: boolean
  start: number
  end: number
}

/** The boxes in `blocks`, in order. A box's text is its own, without the boxes nested in it. */
export function readBoxes(blocks: readonly Block[]): Box[] {
  return blocks.flatMap((block): Box[] => {
    if (block.kind === 'details' || block.kind === 'quote') return readBoxes(block.blocks)
    if (block.kind !== 'list') return []
    return block.items.flatMap((item) => {
      const own = blocksToText(item.blocks.filter(({ kind }) => kind !== 'list'))
      const nested = readBoxes(item.blocks)
      if (item.checked === null || isPlaceholder(own)) return nested
      return [{ text: own, checked: item.checked, start: item.start, end: item.end }, ...nested]
    })
  })
}
