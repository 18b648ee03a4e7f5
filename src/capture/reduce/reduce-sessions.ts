// Sessions and a branch to what a draft says of them. Nothing here is redacted yet.

import type { Draft } from '../../core/draft/draft.ts'
import type { Branch, Git } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'
import { createBranchPaths } from '../paths/branch-paths.ts'
import { SessionPaths } from '../paths/session-paths.ts'
import { reduceCorrections } from './corrections/reduce-corrections.ts'
import { reduceFailures } from './failures/reduce-failures.ts'
import { reducePrompts } from './prompts/reduce-prompts.ts'
import { reduceTools } from './reduce-tools.ts'
import { findWork } from './work/find-work.ts'
import { splitTurns } from './work/split-turns.ts'

export interface ReduceOptions {
  /** Keeps every prompt and failure whole, and repeats apart. */
  full: boolean
}

/** What `selected` tells of `branch`, not yet redacted. `git` is asked for what humans changed after the AI's commits. */
export async function reduceSessions(
  selected: readonly Selected[],
  branch: Branch,
  git: Git,
  { full }: ReduceOptions,
): Promise<Draft> {
  const files = createBranchPaths(branch, [])
  const whole = splitTurns(selected).map((work) => ({ work, paths: new SessionPaths(files, work.selected) }))
  const parts = full
    ? whole
    : whole.map(({ work, paths }) => ({
        work: { ...work, turns: findWork(work, branch, paths) },
        paths,
      }))
  return {
    tools: reduceTools(whole.map(({ work }) => work)),
    prompts: reducePrompts(
      parts.map(({ work }) => work),
      full,
    ),
    failures: reduceFailures(parts, full),
    corrections: await reduceCorrections(selected, parts, whole, branch, git, full),
  }
}
