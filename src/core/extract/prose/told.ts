// What readers of prose give.

import type { Span } from '../../document/block.ts'

/** Something told, as plain text. */
export interface Told extends Span {
  text: string
}
