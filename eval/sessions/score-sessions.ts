// Compares the sessions that were found for a branch with those that made it. Pure.

import type { Tally } from '../measures.ts'

/** Adds the branch called `title` to `tally`; `explain` says more about a session that is wrong or missed. */
export function scoreSessions(
  tally: Tally,
  title: string,
  found: Iterable<string>,
  wanted: ReadonlySet<string>,
  explain?: (id: string) => string,
): void {
  const ids = new Set(found)
  const describe = (id: string) => `${title}: ${id.slice(0, 8)}${explain ? ` ${explain(id)}` : ''}`
  const extras = [...ids].filter((id) => !wanted.has(id))
  const misses = [...wanted].filter((id) => !ids.has(id))
  tally.right += wanted.size - misses.length
  tally.extra += extras.length
  tally.missed += misses.length
  tally.extras.push(...extras.map(describe))
  tally.misses.push(...misses.map(describe))
}
