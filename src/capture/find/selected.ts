// A session with why it is thought to be behind a branch.

import type { Session, SessionEvent } from '../session/session.ts'

export interface Selected {
  session: Session
  /** Events before this one are of other work; default 0. */
  from?: number
  /** Edits of the branch's files that went into commits of other branches. */
  taken?: ReadonlySet<SessionEvent>
  why: {
    /** Files that it edited and the branch changes, from the root of the repository. */
    files: readonly string[]
    /** Full SHAs of the branch's commits that it made. */
    commits: readonly string[]
    /** What the session calls those: abbreviated, and as they were before a rebase. */
    made?: readonly string[]
    /** Whether it ran in a worktree of the repository, on the branch, at the time of the commits. These only rank. */
    folder: boolean
    branch: boolean
    time: boolean
  }
}
