// How much of a branch a session is behind.

import type { Branch } from '../branch/branch.ts'
import { type BranchPaths, placeInRepository } from '../paths/branch-paths.ts'
import { normalizePath } from '../paths/normalize-path.ts'
import type { Session } from '../session/session.ts'
import type { FormerCommits } from './former-commits.ts'
import { matchCommits } from './match-commits.ts'
import { matchFiles } from './match-files.ts'
import type { Selected } from './selected.ts'

/** Clocks of machines differ, and a commit may follow long after the last answer; in milliseconds. */
const skew = 2 * 60 * 60 * 1000
/** Many repositories have branches of one word, such as `main` and `cache`: they tie a session to none. */
const telling = /[\p{L}\p{N}][-_/.#+][\p{L}\p{N}]/u

/** `session` with what it has in common with `branch`. */
export async function rankSession(
  session: Session,
  branch: Branch,
  paths: BranchPaths,
  formerCommits: FormerCommits,
): Promise<Selected> {
  const { commits, made } = await matchCommits(session, branch, formerCommits)
  const isOnBranch = branch.name !== null && session.branches.includes(branch.name)
  const isTied = commits.length > 0 || (isOnBranch && telling.test(branch.name ?? ''))
  return {
    session,
    why: {
      files: matchFiles(session, paths, isTied),
      commits,
      ...(made.length > 0 ? { made } : {}),
      folder: session.folders.some((folder) => isInRepository(paths, folder)),
      branch: isOnBranch,
      time: isAtTime(session, branch),
    },
  }
}

/** Whether it edited a file or made a commit of the branch. Nothing else selects a session. */
export function isBehind({ why }: Selected): boolean {
  return why.files.length > 0 || why.commits.length > 0
}

/** The order of the sessions, best first: commits, files, branch, folder, time, then the newest. */
export function compareSelected(a: Selected, b: Selected): number {
  const byCount = b.why.commits.length - a.why.commits.length || b.why.files.length - a.why.files.length
  const byHint =
    Number(b.why.branch) - Number(a.why.branch) ||
    Number(b.why.folder) - Number(a.why.folder) ||
    Number(b.why.time) - Number(a.why.time)
  return byCount || byHint || compareText(startOf(b), startOf(a)) || compareText(keyOf(a), keyOf(b))
}

function isInRepository(paths: BranchPaths, folder: string): boolean {
  const normal = normalizePath(folder)
  return normal !== null && (paths.roots.includes(normal) || placeInRepository(paths, normal) !== null)
}

function isAtTime({ startedAt, endedAt }: Session, { commits }: Branch): boolean {
  if (startedAt === null || endedAt === null) return false
  const [from, to] = [Date.parse(startedAt) - skew, Date.parse(endedAt) + skew]
  return commits.some(({ authoredAt }) => {
    const at = authoredAt === null ? Number.NaN : Date.parse(authoredAt)
    return at >= from && at <= to
  })
}

const startOf = ({ session }: Selected) => session.startedAt ?? ''
const keyOf = ({ session }: Selected) => `${session.toolName}\0${session.id}\0${session.path}`

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
