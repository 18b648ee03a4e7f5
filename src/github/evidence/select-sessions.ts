// Reads the files in a job and takes the sessions that are behind one pull request.

import type { Branch } from '../../capture/branch/branch.ts'
import { noGit } from '../../capture/branch/create-git.ts'
import { BestSelected } from '../../capture/find/best-selected.ts'
import { createByteSearch } from '../../capture/find/byte-search.ts'
import { createWords } from '../../capture/find/create-words.ts'
import { createFormerCommits } from '../../capture/find/former-commits.ts'
import { isBehind, rankSession } from '../../capture/find/rank-session.ts'
import { ReadProblems, readFound, searchFound } from '../../capture/find/read-found.ts'
import type { Selected } from '../../capture/find/selected.ts'
import { createBranchPaths } from '../../capture/paths/branch-paths.ts'
import type { Session } from '../../capture/session/session.ts'
import type { Candidate } from './candidate.ts'

/** Sessions of one pull request: each may hold megabytes. */
const mostSelected = 30

export interface SelectedSessions {
  /** Those that edited a file or made a commit of the pull request, best first. */
  selected: readonly Selected[]
  /** The file that a session was read from. */
  sourceOf: (session: Session) => Candidate | undefined
  /** Whether there are more, or the time was up before all was read. */
  isCut: boolean
  /** What could not be read, in sentences. */
  notices: readonly string[]
}

/** The sessions in `candidates` behind `branch`; `aliases` are other names of its root. Ends when `signal` aborts. */
export async function selectSessions(
  candidates: readonly Candidate[],
  branch: Branch,
  aliases: readonly string[],
  signal: AbortSignal,
): Promise<SelectedSessions> {
  const words = createWords(branch)
  const search = words === null ? null : createByteSearch(words)
  const paths = createBranchPaths(branch, aliases)
  const formerCommits = createFormerCommits(noGit)
  const problems = new ReadProblems()
  const best = new BestSelected(mostSelected)
  const sources = new WeakMap<Session, Candidate>()
  const readOne = async (one: Candidate) => {
    for await (const session of readFound(one, signal, problems)) {
      const ranked = await rankSession(session, branch, paths, formerCommits)
      if (!isBehind(ranked)) continue
      sources.set(session, one)
      best.add(ranked)
    }
  }
  let isLate = false
  try {
    for (const one of words?.length === 0 ? [] : candidates) {
      signal.throwIfAborted()
      if (await searchFound(one, search, signal, problems)) await readOne(one)
    }
  } catch (error) {
    if (!signal.aborted) throw error
    isLate = true
  }
  const selected = best.list()
  return {
    selected,
    sourceOf: (session) => sources.get(session),
    isCut: isLate || best.isCut,
    notices: problems.list(),
  }
}
