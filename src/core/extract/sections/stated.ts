// What failures and corrections have in common as read from the text, before numbers tie them to tools and prompts.

import type { Span } from '../../document/block.ts'
import type { Category } from '../../vocabulary/categories.ts'

export interface Stated extends Span {
  category: Category | null
  /** The tool it belongs to, as written. */
  tool: string | null
  /** The prompt it belongs to, as written. */
  prompt: string | null
}
