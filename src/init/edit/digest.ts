// Tells whether somebody edited what `init` wrote.

import { createHash } from 'node:crypto'
import { toLf } from './text-style.ts'

/** Eight digits that change when `text` does, however its lines end. */
export function digest(text: string): string {
  return createHash('sha256').update(toLf(text)).digest('hex').slice(0, 8)
}
