// One source from text to blocks: the only door through which readers see Markdown.

import { maxMilliseconds } from '../bounded.ts'
import type { Block } from './block.ts'
import { dropBotBlocks } from './drop-bot-blocks.ts'
import { parseMarkdown } from './parse-markdown.ts'
import type { SourceRef } from './place.ts'
import { readBlocks } from './read-blocks.ts'
import { createSourceText, type SourceText } from './source-text.ts'

/** A source that was read. `blocks` is empty unless `state` is `read`; `reason` says why it was not. */
export interface Document {
  ref: SourceRef
  state: 'read' | 'missing' | 'too_large' | 'unparsable'
  reason: string | null
  source: SourceText
  blocks: readonly Block[]
}

/**
 * Reads `text` (null: there is none). The first `skip` characters are no Markdown, as the subject of a commit message
 * is none; they stay in the source. Never throws.
 */
export function readDocument(text: string | null, ref: SourceRef, skip = 0): Document {
  const source = createSourceText(text ?? '', ref)
  try {
    const parsed = parseMarkdown(' '.repeat(skip) + source.text.slice(skip))
    if (parsed.state === 'read') {
      const blocks = dropBotBlocks(readBlocks(parsed.tree, source.text), source.text)
      return { ref, state: 'read', reason: null, source, blocks }
    }
    const reason = 'reason' in parsed ? parsed.reason : null
    return { ref, state: parsed.state, reason, source, blocks: [] }
  } catch {
    // Inline markup nested thousands deep overflows the stack of every tree walker.
    return { ref, state: 'unparsable', reason: 'its markup nests too deep', source, blocks: [] }
  }
}

/** A text whose reading took too long and was stopped. */
export function createUnreadDocument(text: string | null, ref: SourceRef): Document {
  const reason = `it takes longer than ${maxMilliseconds / 1000} second to parse`
  return { ref, state: 'unparsable', reason, source: createSourceText(text ?? '', ref), blocks: [] }
}
