// One source from text to blocks: the only door through which readers see Markdown.

import type { Block } from './block.ts'
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

/** Reads `text` (null: there is none). Never throws. */
export function readDocument(text: string | null, ref: SourceRef): Document {
  const source = createSourceText(text ?? '', ref)
  try {
    const parsed = parseMarkdown(source.text)
    if (parsed.state === 'read') {
      return { ref, state: 'read', reason: null, source, blocks: readBlocks(parsed.tree, source.text) }
    }
    const reason = 'reason' in parsed ? parsed.reason : null
    return { ref, state: parsed.state, reason, source, blocks: [] }
  } catch {
    // Inline markup nested thousands deep overflows the stack of every tree walker.
    return { ref, state: 'unparsable', reason: 'its markup nests too deep', source, blocks: [] }
  }
}
