// Where in a session the work on a branch may begin.

import type { Session } from '../session/session.ts'
import type { LandedCommits } from './landed-commits.ts'

/**
 * The first event of `session` that may be of the branch: the first prompt behind the last commit that the base has. What
 * was done up to there was for that commit, though it were in files that the branch changes, too. 0 without one.
 */
export async function findStart({ events }: Session, landed: LandedCommits): Promise<number> {
  const last = await findLastLanded(events, landed)
  if (last === -1) return 0
  const next = events.findIndex((event, index) => index > last && event.kind === 'prompt')
  return next === -1 ? events.length : next
}

async function findLastLanded(events: Session['events'], landed: LandedCommits): Promise<number> {
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index]
    if (event?.kind !== 'call') continue
    for (const sha of event.commits) if (await landed.has(sha.toLowerCase(), event)) return index
  }
  return -1
}
