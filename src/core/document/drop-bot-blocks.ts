// Leaves out what review and summary bots wrote into a description: they speak of the change, not for its author.

import { botBlocks, botTitle, mayBeBotTitle } from '../vocabulary/bot-blocks.ts'
import type { Block, Span } from './block.ts'

/** `blocks` of `source` without those of bots. */
export function dropBotBlocks(blocks: readonly Block[], source: string): Block[] {
  const ranges = source.includes('<!--') ? findBotRanges(source) : []
  const kept: Block[] = []
  let depth: number | null = null
  for (const block of blocks) {
    if (ranges.some(({ start, end }) => block.start >= start && block.end <= end)) continue
    if (block.kind === 'heading') {
      if (depth !== null && block.depth <= depth) depth = null
      if (depth === null && mayBeBotTitle.test(block.text) && botTitle.test(block.text)) depth = block.depth
    }
    if (depth === null) kept.push(block)
  }
  return kept
}

/** The stretches between a bot's opening and closing comments. */
export function findBotRanges(source: string): Span[] {
  const ranges: Span[] = []
  for (const { opens, closes } of botBlocks) {
    const opened = opens.exec(source)
    if (!opened) continue
    const from = opened.index + opened[0].length
    const closed = closes.exec(source.slice(from))
    ranges.push({ start: opened.index, end: closed ? from + closed.index + closed[0].length : source.length })
  }
  return ranges
}
