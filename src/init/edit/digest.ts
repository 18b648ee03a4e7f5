// A short digest of what `init` writes, whatever its line ends: it only tells whether somebody edited it.

import { createHash } from 'node:crypto'
import { toLf } from './text-style.ts'

/** Eight hexadecimal digits. */
export function digest(content: string): string {
  return createHash('sha256').update(toLf(content)).digest('hex').slice(0, 8)
}
