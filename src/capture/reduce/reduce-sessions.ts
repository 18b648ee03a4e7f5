// Sessions and a branch to what a draft says of them.

import type { Draft } from '../../core/draft/draft.ts'
import type { Branch, Git } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'

export interface ReduceOptions {
  /** Keeps every prompt and failure whole, and repeats apart. */
  full: boolean
}

/** What `selected` tells of `branch`, not yet redacted. `git` is asked for what humans changed after the AI's commits. */
export async function reduceSessions(
  _selected: readonly Selected[],
  _branch: Branch,
  _git: Git,
  _options: ReduceOptions,
): Promise<Draft> {
  return { tools: [], prompts: [], failures: [], corrections: [] }
}
