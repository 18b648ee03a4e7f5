// Ways of finding the sessions behind a branch: ours, as `ai-worklog draft` does it, and two plain rules.

import { relative, sep } from 'node:path'
import type { Branch, Git } from '../../src/capture/branch/branch.ts'
import { findSessions } from '../../src/capture/find/find-sessions.ts'
import type { Selected } from '../../src/capture/find/selected.ts'
import { claudeCode } from '../../src/capture/readers/claude-code.ts'
import { readers } from '../../src/capture/readers/readers.ts'
import { findSince } from '../../src/cli/draft/find-since.ts'
import { silent } from '../../src/runtime/progress.ts'
import type { Transcript } from './transcripts.ts'

/** What the plain rules go by. */
export interface Work extends Transcript {
  /** Branches it was on. */
  branches: readonly string[]
  /** Files it edited, from the root, and when (ISO 8601 in UTC). */
  edits: readonly { file: string; at: string }[]
}

/** A branch that is checked out, and the sessions on the machines of its developers. */
export interface Question {
  branch: Branch
  git: Git
  home: string
  works: readonly Work[]
  /** The time of asking, ISO 8601 in UTC. */
  end: string
  signal: AbortSignal
}

/** The sessions that `ai-worklog draft` finds without options. What the repository itself carries is not asked. */
export async function findByDraft({ branch, git, home, end, signal }: Question): Promise<Selected[]> {
  const { selected } = await findSessions({
    readers,
    machine: { home, env: {}, platform: process.platform, roots: branch.worktrees },
    branch,
    git,
    aliases: [],
    since: findSince(branch, new Date(end)),
    signal,
    progress: silent,
  })
  return selected
}

/** Ids of the sessions that edited any file of the branch, among those `draft` looks at. */
export function findByFiles({ branch, works, end }: Question): string[] {
  const files = new Set(branch.files)
  const since = findSince(branch, new Date(end)).toISOString()
  return works
    .filter(({ endedAt }) => endedAt >= since)
    .filter(({ edits }) => edits.some(({ file, at }) => files.has(file) && at <= end))
    .map(({ id }) => id)
}

/** Ids of the sessions that say that they were on a branch of this name, however old. */
export function findByBranch({ branch: { name }, works }: Question): string[] {
  return works.filter(({ branches }) => name !== null && branches.includes(name)).map(({ id }) => id)
}

/** What `transcript` did in the checkout at `root`. */
export async function readWork(transcript: Transcript, root: string, signal: AbortSignal): Promise<Work> {
  const { path, endedAt } = transcript
  const work: Work = { ...transcript, branches: [], edits: [] }
  for await (const { branches, events } of claudeCode.read(
    { path, bytes: 0, modifiedAt: new Date(endedAt) },
    { signal },
  )) {
    const edits = events.flatMap((event) => {
      if (event.kind !== 'call' || event.action !== 'edit') return []
      return event.paths.map((edited) => ({
        file: relative(root, edited).replaceAll(sep, '/'),
        at: event.at ?? transcript.startedAt,
      }))
    })
    return { ...work, branches, edits }
  }
  return work
}
