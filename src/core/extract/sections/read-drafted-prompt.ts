// A prompt as a draft shows it: a quote or a fence, below a label where its kind would not be plain. Whatever its words
// are, it is a prompt.

import type { Block } from '../../document/block.ts'
import { sliceVerbatim } from '../../document/slice-verbatim.ts'
import { isSeen } from '../shapes/is-seen.ts'
import { splitLabel } from '../shapes/label-line.ts'
import { readCode, type Verbatim } from '../shapes/verbatim.ts'

/** The prompt of a drafted item's `blocks`; `kind` is null without a label. Null when they are no prompt of a draft. */
export function readDraftedPrompt(
  blocks: readonly Block[],
  source: string,
): (Verbatim & { kind: 'initial' | 'refinement' | null }) | null {
  const shown = blocks.at(-1)
  const [line] = blocks[0]?.kind === 'paragraph' ? blocks[0].lines : []
  if (blocks.length > 2 || !shown) return null
  const label = line ? splitLabel(line, source)?.label : undefined
  const kind = label === 'Initial' ? 'initial' : label === 'Refinement' ? 'refinement' : null
  if (shown.kind === 'code') return isSeen(shown.value) ? { ...readCode(shown), kind } : null
  const [first, last] = shown.kind === 'quote' ? [shown.blocks[0], shown.blocks.at(-1)] : []
  if (!first || !last) return null
  const { start, end } = { start: first.start, end: last.end }
  const text = sliceVerbatim(source, start, end)
  return isSeen(text) ? { text, start, end, kind } : null
}
