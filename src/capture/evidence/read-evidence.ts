// Sessions that the repository itself carries in Git: Entire's checkpoints, git-ai's notes, agent-trace records, trailers.

import type { Branch, Git } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'
import { readAgentTraces } from './agent-trace.ts'
import { readCheckpoints } from './entire-checkpoints.ts'
import { readNotes } from './git-ai-notes.ts'
import { readTrailerTools } from './trailer-tools.ts'

/**
 * What the commits of `branch` point to. Each belongs to the branch by its commit, so none needs to be ranked. What
 * says most comes first: whole sessions, then records of tools and models. Never throws on what is there.
 */
export async function readEvidence(branch: Branch, git: Git): Promise<Selected[]> {
  const found = await Promise.all([
    readCheckpoints(branch, git),
    readNotes(branch, git),
    readAgentTraces(branch),
  ])
  return [...found.flat(), ...readTrailerTools(branch)]
}
