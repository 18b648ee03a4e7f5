// Which commits of a branch a session made, rebased and amended ones too.

import type { Branch, BranchCommit, Git } from '../branch/branch.ts'
import { splitAtNul } from '../branch/split-output.ts'
import type { Call, Session } from '../session/session.ts'

/** Commits of one session that are looked up; more are not. */
const mostLookedUp = 100
/** Between a commit and the call that made it, in milliseconds: clocks differ. */
const skew = 10 * 60 * 1000
/** Shorter subjects, such as `fix`, say nothing. */
const leastSubject = 12

/** Full SHAs of the branch, in its order. */
export async function matchCommits(session: Session, branch: Branch, git: Git): Promise<string[]> {
  const found = new Set<string>()
  const others: Made[] = []
  for (const made of listMade(session)) {
    const commit = branch.commits.find((known) => known.sha.startsWith(made.sha))
    if (commit) found.add(commit.sha)
    else if (others.length < mostLookedUp) others.push(made)
  }
  if (others.length > 0 && branch.commits.length > 0) {
    const shas = others.map(({ sha }) => sha)
    const left = await lookUp(shas, git)
    for (const { sha, call } of others) {
      const former = [...left].find(([full]) => full.startsWith(sha))?.[1]
      const commit = former ? findByAuthor(branch, former) : findBySubject(branch, call)
      if (commit) found.add(commit.sha)
    }
  }
  return branch.commits.map(({ sha }) => sha).filter((sha) => found.has(sha))
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

type Former = Pick<BranchCommit, 'author' | 'authoredAt'> & { subject: string }

/** Commits that a rebase has left behind stay in the repository for weeks. */
async function lookUp(shas: readonly string[], git: Git): Promise<Map<string, Former>> {
  const format = '--format=tformat:%H%x00%aI%x00%ae%x00%s%x00'
  const options = [
    '--no-walk',
    '--ignore-missing',
    '--no-patch',
    '--no-color',
    '--no-show-signature',
    '--no-mailmap',
  ]
  const output = await git(['log', ...options, '--encoding=UTF-8', format, '--end-of-options', ...shas, '--'])
  const tokens = splitAtNul(output ?? '')
  const found = new Map<string, Former>()
  for (let index = 0; index + 4 <= tokens.length; index += 4) {
    const [sha = '', authored = '', email = '', subject = ''] = tokens.slice(index, index + 4)
    const at = new Date(authored)
    const authoredAt = Number.isNaN(at.getTime()) ? null : at.toISOString()
    found.set(sha.replace(/^\n/, ''), { author: { name: '', email }, authoredAt, subject })
  }
  return found
}

/** A rebase keeps author and date, and as a rule the subject; `--amend` may change it. */
function findByAuthor({ commits }: Branch, former: Former): BranchCommit | undefined {
  const same = commits.filter(
    ({ author, authoredAt }) =>
      authoredAt !== null && authoredAt === former.authoredAt && author.email === former.author.email,
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
