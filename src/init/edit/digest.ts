// Tells whether somebody edited what `init` wrote.

import { createHash } from 'node:crypto'

/** Eight digits that change when `text` does, but not with its white space, which formatters and Git change. */
export function digest(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8)
}
