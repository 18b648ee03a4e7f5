// One source from text to blocks: the only door through which readers see Markdown.

import type { Root } from 'mdast'
import { maxMilliseconds } from '../bounded.ts'
import type { Block, Heading, Span } from './block.ts'
import { mayHoldMarks, readEndMark, readStartMark } from './draft-marks.ts'
import { blankRanges, findDraftedRanges } from './drafted-ranges.ts'
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
  /** Where its items are as a draft put them there. */
  drafted: readonly Span[]
  /** The version of ours that drafted its section; null when no mark says so. */
  draftVersion: string | null
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
      const isMarked = mayHoldMarks(source.text)
      const read = readBlocks(parsed.tree, source.text)
      const all = isMarked ? endDraftedSections(read, parsed.tree) : read
      const drafted = isMarked ? findDraftedRanges(all) : []
      const blocks = dropBotBlocks(all, blankRanges(source.text, drafted))
      const draftVersion = isMarked ? findDraftVersion(parsed.tree) : null
      return { ref, state: 'read', reason: null, source, blocks, drafted, draftVersion }
    }
    const reason = 'reason' in parsed ? parsed.reason : null
    return { ref, state: parsed.state, reason, source, ...nothing }
  } catch {
    // Inline markup nested thousands deep overflows the stack of every tree walker.
    return { ref, state: 'unparsable', reason: 'its markup nests too deep', source, ...nothing }
  }
}

const nothing = { blocks: [], drafted: [], draftVersion: null }

/** Only a comment that stands for itself says so: not one in a quote, an item or a fence. */
function findDraftVersion({ children }: Root): string | null {
  for (const node of children) {
    const version = node.type === 'html' ? readStartMark(node.value) : null
    if (version !== null) return version
  }
  return null
}

/** What stands below the mark that ends a drafted section belongs to none of its sections, as below another heading. */
function endDraftedSections(blocks: readonly Block[], { children }: Root): readonly Block[] {
  const ends = children.flatMap((node): Heading[] => {
    const offset = node.position?.start.offset
    if (node.type !== 'html' || offset === undefined || readEndMark(node.value) === null) return []
    return [{ kind: 'heading', depth: 1, text: '', start: offset, end: offset }]
  })
  return ends.length === 0 ? blocks : [...blocks, ...ends].sort((a, b) => a.start - b.start)
}

/** A text whose reading took too long and was stopped. */
export function createUnreadDocument(text: string | null, ref: SourceRef): Document {
  const reason = `it takes longer than ${maxMilliseconds / 1000} second to parse`
  return { ref, state: 'unparsable', reason, source: createSourceText(text ?? '', ref), ...nothing }
}
