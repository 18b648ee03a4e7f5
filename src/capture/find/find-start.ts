// Where in a session the work on a branch may begin.

import type { Branch } from '../branch/branch.ts'
import type { Session } from '../session/session.ts'
import type { FormerCommits } from './former-commits.ts'
import type { LandedCommits } from './landed-commits.ts'
import { findCommitOf } from './match-commits.ts'

/** What tells the commits of a branch from those before it. */
export interface KnownCommits {
  formerCommits: FormerCommits
  landedCommits: LandedCommits
}

/**
 * The first event of `session` that may be of `branch`: the first prompt behind the last commit that the base has. What
 * was done up to there was for that commit, though it were in files that the branch changes, too. 0 without one.
 */
export async function findStart({ events }: Session, branch: Branch, known: KnownCommits): Promise<number> {
  const last = await findLastLanded(events, branch, known)
  if (last === -1) return 0
  const next = events.findIndex((event, index) => index > last && event.kind === 'prompt')
  return next === -1 ? events.length : next
}

async function findLastLanded(
  events: Session['events'],
  branch: Branch,
  { formerCommits, landedCommits }: KnownCommits,
): Promise<number> {
  let last = -1
  // What only looks like a commit of the base is none behind one of the branch: others give theirs such subjects, too.
  let hasOwn = false
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'call') continue
    for (const sha of event.commits.map((written) => written.toLowerCase())) {
      if (await landedCommits.has(sha)) last = index
      else if (hasOwn) continue
      else if (await findCommitOf(sha, event, branch, formerCommits)) hasOwn = true
      else if (await landedCommits.hasRewritten(sha, event)) last = index
    }
  }
  return last
}
