// Where in a session the work on a branch may begin.

import type { Session } from '../session/session.ts'
import type { LandedCommits } from './landed-commits.ts'

/**
 * The first event of `session` that may be of the branch: the first prompt behind the last commit that the base has. What
 * was done up to there was for that commit, though it were in files that the branch changes, too. 0 without one.
 */
export async function findStart({ events }: Session, landed: LandedCommits): Promise<number> {
  let last = -1
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'call') continue
    for (const sha of event.commits) if (await landed.has(sha.toLowerCase())) last = index
  }
  if (last === -1) return 0
  const next = events.findIndex((event, index) => index > last && event.kind === 'prompt')
  return next === -1 ? events.length : next
}
