// Keys of a draft's items, by which a later draft finds them again.

import { createHash } from 'node:crypto'

/**
 * Eight hexadecimal digits for the item of `kind` at `position` in what has the id `source`. Positions count the events
 * of one kind, so that a session that grows keeps its keys, and a reader that takes more rows moves few.
 */
export function itemKey(source: string, kind: string, position: string | number): string {
  return createHash('sha256')
    .update(JSON.stringify([source, kind, position]))
    .digest('hex')
    .slice(0, 8)
}
