// Sessions that the repository itself carries in Git: Entire's checkpoints, git-ai's notes, agent-trace records, trailers.

import type { Branch, Git } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'

/** What the commits of `branch` point to. Each belongs to the branch by its commit, so none needs to be ranked. Never throws on what is there. */
export async function readEvidence(_branch: Branch, _git: Git): Promise<Selected[]> {
  return []
}
