// Which commits of a branch a session made, rebased and amended ones too.

import type { Branch, BranchCommit } from '../branch/branch.ts'
import type { Call, Session } from '../session/session.ts'
import type { FormerCommit, FormerCommits } from './former-commits.ts'

/** Between a commit and the call that made it, in milliseconds: clocks differ. */
export const skew = 10 * 60 * 1000
/** Shorter subjects, such as `fix`, say nothing. */
export const leastSubject = 12

export interface MatchedCommits {
  /** Full SHAs of the branch, in its order. */
  commits: string[]
  /** What the session calls them, in lower case. */
  made: string[]
}

export async function matchCommits(
  session: Session,
  branch: Branch,
  formerCommits: FormerCommits,
): Promise<MatchedCommits> {
  const found = new Set<string>()
  const made = new Set<string>()
  if (branch.commits.length === 0) return { commits: [], made: [] }
  for (const { sha, call } of listMade(session)) {
    const commit = await findCommitOf(sha, call, branch, formerCommits)
    if (!commit) continue
    found.add(commit.sha)
    made.add(sha)
  }
  return { commits: branch.commits.map(({ sha }) => sha).filter((sha) => found.has(sha)), made: [...made] }
}

/** The commit of `branch` that `call` made as `sha`, or what became of it. */
export async function findCommitOf(
  sha: string,
  call: Call,
  branch: Branch,
  formerCommits: FormerCommits,
): Promise<BranchCommit | undefined> {
  const known = branch.commits.find((commit) => commit.sha.startsWith(sha))
  if (known || branch.commits.length === 0) return known
  const former = await formerCommits.find(sha)
  return former ? findByAuthor(branch, former) : findBySubject(branch, call)
}

/** A commit by what the session calls it: the start of a SHA, in lower case. */
interface Made {
  sha: string
  call: Call
}

function listMade({ events }: Session): Made[] {
  return events.flatMap((event) => {
    if (event.kind !== 'call') return []
    const shas = event.commits.map((sha) => sha.toLowerCase()).filter((sha) => /^[0-9a-f]{7,64}$/.test(sha))
    return shas.map((sha) => ({ sha, call: event }))
  })
}

/** A rebase keeps author and date, and as a rule the subject; `--amend` may change it. */
function findByAuthor({ commits }: Branch, former: FormerCommit): BranchCommit | undefined {
  const same = commits.filter(
    ({ author, authoredAt }) =>
      authoredAt !== null && authoredAt === former.authoredAt && author.email === former.email,
  )
  return same.find(({ message }) => subjectOf(message) === former.subject) ?? same[0]
}

/** In a clone that never had the commit: the command holds its subject, at the time it was written. */
function findBySubject({ commits }: Branch, { command, at }: Call): BranchCommit | undefined {
  if (command === null || at === null) return undefined
  return commits.find(({ message, authoredAt }) => {
    const subject = subjectOf(message)
    if (authoredAt === null || subject.length < leastSubject || !command.includes(subject)) return false
    return Math.abs(Date.parse(authoredAt) - Date.parse(at)) <= skew
  })
}

function subjectOf(message: string): string {
  return message.split('\n', 1)[0] ?? ''
}
