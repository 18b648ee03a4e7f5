// How far AI went, when the author states it in the words of the W3C AI Content Disclosure vocabulary:
// https://www.w3.org/community/ai-content-disclosure/

import type { Block, Line } from '../document/block.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { normalizeTitle } from './normalize-title.ts'
import type { Passage } from './passage.ts'
import { splitLabel } from './shapes/label-line.ts'

/** The level in a line such as `Extent: ai-assisted` of a disclosure; null when none is stated. */
export function readExtent(disclosures: readonly Passage[], source: string): WorklogRecord['extent'] {
  for (const line of disclosures.flatMap(({ blocks }) => linesOf(blocks))) {
    const label = splitLabel(line, source)
    if (!label || !labels.has(normalizeTitle(label.label))) continue
    const level = levels.get(normalizeTitle(label.value).replace(/^ai[- ]/, ''))
    if (level) return level
  }
  return null
}

const labels = new Set([
  'extent',
  'level',
  'ai level',
  'ai extent',
  'ai disclosure level',
  'disclosure level',
  'ai-disclosure',
])
const levels = new Map<string, 'none' | 'assisted' | 'generated' | 'autonomous'>([
  ['none', 'none'],
  ['assisted', 'assisted'],
  ['generated', 'generated'],
  ['autonomous', 'autonomous'],
])

function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.lines
    if (block.kind === 'list') return block.items.flatMap((item) => linesOf(item.blocks))
    return []
  })
}
