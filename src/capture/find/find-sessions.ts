// The sessions behind a branch, among all that are on this machine.

import { basename } from 'node:path'
import type { Progress } from '../../runtime/progress.ts'
import type { Branch, Git } from '../branch/branch.ts'
import { type BranchPaths, createBranchPaths } from '../paths/branch-paths.ts'
import type { Machine, Reader } from '../readers/reader.ts'
import { BestSelected, tellMost } from './best-selected.ts'
import { createByteSearch } from './byte-search.ts'
import { createWords } from './create-words.ts'
import { createFileHistory, type FileHistory } from './file-history.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import { findStart, type KnownCommits } from './find-start.ts'
import { findTaken } from './find-taken.ts'
import { createFormerCommits } from './former-commits.ts'
import { createLandedCommits } from './landed-commits.ts'
import { isBehind, rankSession } from './rank-session.ts'
import { ReadProblems, readFound, searchFound } from './read-found.ts'
import type { Selected } from './selected.ts'

/** Sessions of one draft. */
export const mostSelected = 100
/** Of sessions that only ran here: how many are named, and in how many files they are sought. */
const mostNear = 10
const mostNearFiles = 100

export interface FindOptions {
  readers: readonly Reader[]
  machine: Machine
  branch: Branch
  git: Git
  /** Other names of the top folder, such as one through a link. */
  aliases: readonly string[]
  /** Files not written since then are left out; null for all. */
  since: Date | null
  signal: AbortSignal
  progress: Progress
}

export interface FoundSessions {
  /** Those that edited a file or made a commit of the branch, best first. */
  selected: Selected[]
  /** When there are none: those that edited its files for other commits, ran in the repository or on a branch of this name. */
  near: Selected[]
  /** What could not be read or was left out, in sentences. */
  notices: string[]
  /** How many files were looked at. */
  files: number
}

/** Looks through the files of `readers`, parsing only those that name a file or commit of the branch. */
export async function findSessions(options: FindOptions): Promise<FoundSessions> {
  const { readers, machine, branch, since, signal, progress } = options
  const found = await findFiles(readers, machine, { signal, since })
  const problems = new ReadProblems()
  const paths = createBranchPaths(branch, options.aliases)
  const words = createWords(branch)
  const search = words === null ? null : createByteSearch(words)
  // Without files and commits no session can be behind the branch.
  const isEmpty = words?.length === 0
  const formerCommits = createFormerCommits(options.git)
  const landedCommits = createLandedCommits(options.git, branch.mergeBase, formerCommits)
  const history = createFileHistory(options.git, branch)
  const rank: Rank = { paths, formerCommits, landedCommits, history }
  // Git looks it up while files are read; who needs it is told what goes wrong.
  if (!isEmpty && found.files.length > 0) history.load(Date.now()).catch(() => {})
  const selected = new BestSelected(mostSelected)
  const near = new BestSelected(mostNear)
  const unread: FoundFile[] = []
  for (const [index, one] of found.files.entries()) {
    progress.step('Looking for sessions', index, found.files.length)
    if (isEmpty || !(await searchFound(one, search, signal, problems))) unread.push(one)
    else await rankAll(one, options, rank, problems, selected, near)
  }
  if (selected.isEmpty) {
    const folders = createByteSearch(wordsOf(branch))
    for (const [index, one] of unread.slice(0, mostNearFiles).entries()) {
      progress.step('Looking for sessions that ran here', index, Math.min(unread.length, mostNearFiles))
      if (await searchFound(one, folders, signal, problems)) {
        await rankAll(one, options, rank, problems, selected, near)
      }
    }
  }
  const best = selected.list()
  const notices = [...found.notices, ...problems.list()]
  if (selected.isCut) notices.push(tellMost(best.length, 'behind this branch'))
  return {
    selected: best,
    near: best.length > 0 ? [] : near.list(),
    notices,
    files: found.files.length,
  }
}

/** What sessions are compared with. */
interface Rank extends KnownCommits {
  paths: BranchPaths
  history: FileHistory
}

async function rankAll(
  one: FoundFile,
  { branch, signal }: FindOptions,
  { paths, formerCommits, landedCommits, history }: Rank,
  problems: ReadProblems,
  selected: BestSelected,
  near: BestSelected,
): Promise<void> {
  for await (const session of readFound(one, signal, problems)) {
    const from = await findStart(session, branch, { formerCommits, landedCommits })
    const own = from === 0 ? session : { ...session, events: session.events.slice(from) }
    const ranked = await findTaken(await rankSession(own, branch, paths, formerCommits), paths, history)
    if (isBehind(ranked)) selected.add({ ...ranked, session, from })
    else if (ranked.taken || ranked.why.folder || ranked.why.branch) near.add(ranked)
  }
}

/** The names of the folders that the branch is in. */
function wordsOf({ worktrees }: Branch): Buffer[] {
  const names = worktrees.map((folder) => Buffer.from(JSON.stringify(basename(folder)).slice(1, -1)))
  return names.filter(({ length }) => length >= 2)
}
