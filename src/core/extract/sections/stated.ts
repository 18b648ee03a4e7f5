// What failures and corrections have in common as read from the text, before numbers tie them to tools and prompts.

import type { Span } from '../../document/block.ts'
import type { WorklogRecord } from '../../record/schema.ts'

export type Category = NonNullable<WorklogRecord['failures'][number]['category']>

export interface Stated extends Span {
  /** The tool it belongs to, as written. */
  tool: string | null
  /** The prompt it belongs to, as written. */
  prompt: string | null
}
