// Blocks back to plain text, for answers that need no structure.

import type { Block, Item, Paragraph } from './block.ts'

/** The words of `blocks`: soft wraps become spaces, blocks and items their own lines, unticked tasks nothing. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks
    .map(blockToText)
    .filter((text) => text !== '')
    .join('\n')
}

/** The words of one paragraph on one line. */
export function paragraphToText(paragraph: Paragraph): string {
  return paragraph.lines.map((line) => line.text).join(' ')
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphToText(block)
    case 'heading':
      return block.text
    case 'list':
      return block.items
        .filter(isAnswer)
        .map((item) => blocksToText(item.blocks))
        .join('\n')
    case 'quote':
    case 'details':
      return blocksToText(block.blocks)
    case 'code':
      return block.value
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n')
    case 'rule':
    case 'template':
      return ''
  }
}

/** An unticked box is a choice not made. */
export function isAnswer(item: Item): boolean {
  return item.checked !== false
}
