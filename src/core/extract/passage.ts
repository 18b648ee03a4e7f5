// A stretch of a document that speaks about one topic: what section readers read.

import type { Block, Span } from '../document/block.ts'
import type { Topic } from '../vocabulary/section-titles.ts'

export interface Passage extends Span {
  topic: Topic
  /** The title or label as written. */
  title: string
  /** How it was announced. */
  form: 'heading' | 'bold' | 'label' | 'details'
  blocks: readonly Block[]
}
