// Ordinary words such as "Context" or "Review" title many pull requests that say nothing about AI. Outside a
// disclosure the names of our sections count only beside titles that do.

import type { Block } from '../document/block.ts'
import { classifyTitle } from './classify-title.ts'
import { splitLabel } from './shapes/label-line.ts'

/** Whether titles outside a disclosure speak of AI work: one that says so itself, or three section names. */
export function hasCompany(blocks: readonly Block[], source: string): boolean {
  const topics = new Set<string>()
  let strong = false
  let disclosureDepth: number | null = null

  function note(title: string, depth: number | null): void {
    if (depth !== null && disclosureDepth !== null && depth <= disclosureDepth) disclosureDepth = null
    if (disclosureDepth !== null) return
    const found = classifyTitle(title)
    if (found?.topic === 'disclosure') disclosureDepth = depth
    else if (found && found.rank !== 'weak') {
      topics.add(found.topic)
      if (found.rank === 'strong') strong = true
    }
  }

  for (const block of blocks) {
    if (block.kind === 'heading') note(block.text, block.depth)
    else if (block.kind === 'paragraph') {
      for (const line of block.lines) {
        const label = splitLabel(line, source)
        if (label) note(label.label, null)
      }
    }
  }
  return strong || topics.size >= 3
}
