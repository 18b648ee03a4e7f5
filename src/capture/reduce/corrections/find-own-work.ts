// Which commits of the branch hold the AI's work, file by file. A human may commit what the AI has left in the working
// tree: that commit holds its work and corrects nothing.

import type { Branch, BranchCommit } from '../../branch/branch.ts'
import type { Selected } from '../../find/selected.ts'
import type { SessionPaths } from '../../paths/session-paths.ts'
import type { Call } from '../../session/session.ts'
import type { Work } from '../work/work.ts'
import { isAi } from './is-machine-commit.ts'

/** By SHA, the files in which a commit holds the AI's work; `all` for one that a session made. */
export type OwnWork = ReadonlyMap<string, 'all' | ReadonlySet<string>>

/** An edit that the session itself did not commit; null when its time is not known. */
type Left = Map<string, (string | null)[]>

/** The AI's part of the commits of `branch`. */
export function findOwnWork(
  branch: Branch,
  selected: readonly Selected[],
  works: readonly { work: Work; paths: SessionPaths }[],
): OwnWork {
  const made = new Set(selected.flatMap(({ why }) => why.commits))
  const left = findLeft(works)
  const own = new Map<string, 'all' | Set<string>>()
  for (const commit of branch.commits) {
    const isOwn = made.has(commit.sha) || isAi(commit)
    const taken = commit.files.filter((file) => take(left, file, commit))
    if (isOwn) own.set(commit.sha, 'all')
    else if (taken.length > 0) own.set(commit.sha, new Set(taken))
  }
  return own
}

/** By file: the edits after which the session made no commit. */
function findLeft(works: readonly { work: Work; paths: SessionPaths }[]): Left {
  const left: Left = new Map()
  for (const { work, paths } of works) {
    const pending: Left = new Map()
    for (const { event } of work.turns.flatMap(({ steps }) => steps)) {
      if (event.kind === 'call' && !work.selected.taken?.has(event)) leave(event, pending, paths)
    }
    for (const [file, times] of pending) left.set(file, [...(left.get(file) ?? []), ...times])
  }
  return left
}

function leave(call: Call, pending: Left, paths: SessionPaths): void {
  if (call.commits.length > 0) pending.clear()
  if (call.status !== 'ok' && call.status !== 'unknown') return
  for (const path of call.paths) {
    const file = paths.find(path)
    if (file === null) continue
    const times = pending.get(file) ?? []
    // The first and the last say all: which commits come between them is not asked.
    pending.set(file, times.length < 2 ? [...times, call.at] : [times[0] ?? null, call.at])
  }
}

/** Whether `commit` is the first after an edit of `file` that was left; that edit is in it then. */
function take(left: Left, file: string, { authoredAt }: BranchCommit): boolean {
  const times = left.get(file)
  if (!times) return false
  const later = times.filter((at) => at !== null && authoredAt !== null && at > authoredAt)
  left.set(file, later)
  return later.length < times.length
}
