// The sessions behind a branch, among all that are on this machine.

import { basename } from 'node:path'
import type { Progress } from '../../runtime/progress.ts'
import type { Branch, Git } from '../branch/branch.ts'
import { type BranchPaths, createBranchPaths } from '../paths/branch-paths.ts'
import type { Machine, Reader } from '../readers/reader.ts'
import { BestSelected } from './best-selected.ts'
import { type ByteSearch, createByteSearch } from './byte-search.ts'
import { createWords } from './create-words.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import { findStart } from './find-start.ts'
import { createFormerCommits, type FormerCommits } from './former-commits.ts'
import { createLandedCommits, type LandedCommits } from './landed-commits.ts'
import { isBehind, rankSession } from './rank-session.ts'
import { ReadProblems, readFound } from './read-found.ts'
import { mayHold } from './search-file.ts'
import type { Selected } from './selected.ts'

/** Sessions of one draft; and of those that only ran here, how many are named and in how many files they are sought. */
const mostSelected = 100
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
  /** When there are none: those that ran in the repository or on a branch of this name, best first. */
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
  const landedCommits = createLandedCommits(options.git, branch, formerCommits)
  const rank: Rank = { paths, formerCommits, landedCommits }
  const selected = new BestSelected(mostSelected)
  const near = new BestSelected(mostNear)
  const unread: FoundFile[] = []
  for (const [index, one] of found.files.entries()) {
    progress.step('Looking for sessions', index, found.files.length)
    if (isEmpty || !(await holds(one, search, signal, problems))) unread.push(one)
    else await rankAll(one, options, rank, problems, selected, near)
  }
  if (selected.isEmpty) {
    const folders = createByteSearch(wordsOf(branch))
    for (const [index, one] of unread.slice(0, mostNearFiles).entries()) {
      progress.step('Looking for sessions that ran here', index, Math.min(unread.length, mostNearFiles))
      if (await holds(one, folders, signal, problems)) {
        await rankAll(one, options, rank, problems, selected, near)
      }
    }
  }
  const best = selected.list()
  const notices = [...found.notices, ...problems.list()]
  if (selected.isCut) notices.push(`Only the best ${mostSelected} sessions behind this branch are taken.`)
  return {
    selected: best,
    near: best.length > 0 ? [] : near.list(),
    notices,
    files: found.files.length,
  }
}

/** What sessions are compared with. */
interface Rank {
  paths: BranchPaths
  formerCommits: FormerCommits
  landedCommits: LandedCommits
}

async function rankAll(
  one: FoundFile,
  { branch, signal }: FindOptions,
  { paths, formerCommits, landedCommits }: Rank,
  problems: ReadProblems,
  selected: BestSelected,
  near: BestSelected,
): Promise<void> {
  for await (const session of readFound(one, signal, problems)) {
    const from = await findStart(session, landedCommits)
    const own = from === 0 ? session : { ...session, events: session.events.slice(from) }
    const ranked = await rankSession(own, branch, paths, formerCommits)
    if (isBehind(ranked)) selected.add({ ...ranked, session, from })
    else if (ranked.why.folder || ranked.why.branch) near.add(ranked)
  }
}

async function holds(
  { file }: FoundFile,
  search: ByteSearch | null,
  signal: AbortSignal,
  problems: ReadProblems,
): Promise<boolean> {
  if (search === null) return true
  try {
    return await mayHold(file.path, search, signal)
  } catch (error) {
    signal.throwIfAborted()
    problems.add(file.path, error)
    return false
  }
}

/** The names of the folders that the branch is in. */
function wordsOf({ worktrees }: Branch): Buffer[] {
  const names = worktrees.map((folder) => Buffer.from(JSON.stringify(basename(folder)).slice(1, -1)))
  return names.filter(({ length }) => length >= 2)
}
