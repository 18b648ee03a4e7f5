// How old the files may be that sessions are looked for in, when nobody says.

import type { Branch } from '../../capture/branch/branch.ts'

const day = 86_400_000

/** A week before the first commit was written, as work begins before; 30 days when there is none. */
export function findSince({ commits }: Branch, now: Date): Date {
  const times = commits.flatMap(({ authoredAt }) => (authoredAt === null ? [] : [Date.parse(authoredAt)]))
  const first = times.reduce((least, time) => Math.min(least, time), now.getTime())
  return new Date(times.length > 0 ? first - 7 * day : first - 30 * day)
}
