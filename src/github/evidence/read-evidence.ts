// What the transcripts in a job say of one pull request, not yet redacted. A bundle of its own, loaded only when there
// are some: what it shares with the core it has twice, so that a run without transcripts loads no further file.

import { realpath } from 'node:fs/promises'
import { noGit } from '../../capture/branch/create-git.ts'
import type { Machine } from '../../capture/readers/reader.ts'
import { readers } from '../../capture/readers/readers.ts'
import { reduceSessions } from '../../capture/reduce/reduce-sessions.ts'
import type { PullRequest } from '../../core/pull-request.ts'
import type { Environment } from '../event/input-reader.ts'
import { describeProblems, describeSessions } from './describe-sessions.ts'
import type { Evidence } from './evidence.ts'
import { findCheckouts } from './find-checkouts.ts'
import type { EvidencePlace } from './find-places.ts'
import { leaveOutCarried } from './leave-out-carried.ts'
import { listKnown } from './list-known.ts'
import { listNamed } from './list-named.ts'
import { selectSessions } from './select-sessions.ts'
import { toBranch } from './to-branch.ts'

export interface ReadEvidenceOptions {
  env: Environment
  /** What the input names; null for the known places. */
  names: readonly string[] | null
  places: readonly EvidencePlace[]
  /** Ends the reading; what was read by then counts. */
  signal: AbortSignal
}

const mostNotices = 5

/** The evidence of `pullRequest`. Rejects when the signal aborts before there is any. */
export async function readEvidence(
  pullRequest: PullRequest,
  { env, names, places, signal }: ReadEvidenceOptions,
): Promise<Evidence> {
  const workspace = env.GITHUB_WORKSPACE || null
  const root = workspace ?? process.cwd()
  const found = names
    ? await listNamed(readers, root, names, signal)
    : await listKnown(readers, toMachine(env, workspace), places, signal)
  const { files, filesTruncated } = pullRequest
  const areKnown = files.length > 0 && !filesTruncated
  const changed = files.flatMap(({ path, previousPath }) => [path, ...(previousPath ? [previousPath] : [])])
  const real = await realpath(root).catch(() => root)
  const free = await leaveOutCarried(found.candidates, {
    workspace: workspace === null ? null : real,
    changed: areKnown ? changed : null,
    signal,
  })
  const branch = toBranch(pullRequest, root, await findCheckouts(root))
  const sessions = await selectSessions(free, branch, [real], signal)
  const facts = await reduceSessions(sessions.selected, branch, noGit, { full: false })
  const problems = describeProblems(sessions.selected.map(({ session }) => session))
  const carried = found.candidates.length - free.length
  const notices = [
    ...limit([...found.notices, ...sessions.notices]),
    ...(names !== null && carried > 0 ? [describeCarried(carried)] : []),
    ...(sessions.isCut ? ['There are more transcripts than were read: the record has a part of them.'] : []),
    ...(problems === null ? [] : [problems]),
  ]
  const line = describeSessions(sessions, free.length)
  return { draft: sessions.selected.length === 0 ? null : facts, line, notices }
}

function toMachine(env: Environment, workspace: string | null): Machine {
  const { platform } = process
  const home = (platform === 'win32' ? env.USERPROFILE : env.HOME) ?? ''
  return { home, env, platform, roots: workspace === null ? [] : [workspace] }
}

function describeCarried(count: number): string {
  const what = count === 1 ? '1 file' : `${count} files`
  return `The input \`transcripts\` names ${what} that the pull request or the repository carries: that is what an author wrote, no evidence.`
}

function limit(notices: readonly string[]): string[] {
  const more = notices.length - mostNotices
  return more > 0 ? [...notices.slice(0, mostNotices), `And ${more} more about transcripts.`] : [...notices]
}
