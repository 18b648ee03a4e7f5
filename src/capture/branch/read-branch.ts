// What Git knows of the branch that is checked out.

import type { Branch, Git } from './branch.ts'
import { createGit } from './create-git.ts'
import { checkBase, findBase, readLine } from './find-base.ts'
import { findRoot } from './find-root.ts'
import { listChanges } from './list-changes.ts'
import { listCommits, mostCommits } from './list-commits.ts'
import { listWorktrees } from './list-worktrees.ts'

/** Paths of one branch; more are not compared. */
export const mostFiles = 10_000

export interface BranchOptions {
  /** As `--base` gives it; null to look for it. */
  base: string | null
  signal: AbortSignal
}

/**
 * The branch of the working tree that `folder` is in, and the Git to ask about it. Without a repository the branch is
 * empty, and its first notice says why. Throws a UsageError for a `base` that is not there.
 */
export async function readBranch(
  folder: string,
  { base: wanted, signal }: BranchOptions,
): Promise<{ branch: Branch; git: Git | null }> {
  const { root, problem } = await findRoot(folder, signal)
  if (root === null) return { branch: { ...noBranch(folder), notices: [problem ?? ''] }, git: null }
  const git = createGit(root, signal)
  // Questions that need no answer of each other are asked at once.
  const [name, head, shallowness, worktrees] = await Promise.all([
    readLine(git, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    readLine(git, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
    readLine(git, ['rev-parse', '--is-shallow-repository']),
    listWorktrees(git, root),
  ])
  const isShallow = shallowness === 'true'
  const [base, changes] = await Promise.all([
    wanted === null ? findBase(git, name) : checkBase(git, wanted),
    listChanges(git, head),
  ])
  const [common, range] = await Promise.all([
    head === null || base === null ? null : readLine(git, ['merge-base', base, 'HEAD']),
    head === null ? null : findRange(git, base, head),
  ])
  const { commits, isCut, lacksFiles } =
    range === null
      ? { commits: [], isCut: false, lacksFiles: false }
      : await listCommits(git, range, isShallow)
  const files = [...new Set([...commits.flatMap((commit) => commit.files), ...(changes ?? [])])]
  const notices = [
    ...(name === null ? ['HEAD is detached: no branch name to go by.'] : []),
    ...(head === null ? ['There is no commit yet: taken are the files of the working tree.'] : []),
    ...(head !== null && base === null ? [explainNoBase(range !== null)] : []),
    ...(isShallow ? [shallow] : []),
    ...(base !== null && head !== null && common === null && !isShallow
      ? [`HEAD and \`${base}\` share no commit: name another base with \`--base <ref>\`.`]
      : []),
    ...(isCut
      ? [`The branch has more than ${mostCommits} commits: the newest ${mostCommits} are taken.`]
      : []),
    ...(lacksFiles ? ['Git could not list what the commits change.'] : []),
    ...(changes === null ? ['Git could not list uncommitted changes.'] : []),
    ...(files.length > mostFiles
      ? [`The branch changes more than ${mostFiles} files: the rest is left out.`]
      : []),
  ]
  return {
    branch: {
      root,
      worktrees,
      name,
      base,
      mergeBase: common,
      head,
      commits,
      files: files.slice(0, mostFiles),
      notices,
    },
    git,
  }
}

const shallow =
  'This clone is shallow: commits may be missing, and the oldest one says no files; get all with `git fetch --unshallow`.'

function explainNoBase(isWhole: boolean): string {
  const taken = isWhole ? 'taken are all commits' : 'taken are uncommitted changes only'
  return `No base branch was found: ${taken}; name it with \`--base <ref>\`.`
}

/** Of the log. Without a base, all of a young repository and nothing of an old one, where the branch cannot be told from the rest. */
async function findRange(git: Git, base: string | null, head: string): Promise<string | null> {
  if (base !== null) return `${base}..${head}`
  const count = await readLine(git, ['rev-list', '--count', `--max-count=${mostCommits + 1}`, head])
  return Number(count) <= mostCommits ? head : null
}

function noBranch(folder: string): Branch {
  return {
    root: folder,
    worktrees: [folder],
    name: null,
    base: null,
    mergeBase: null,
    head: null,
    commits: [],
    files: [],
    notices: [],
  }
}
