// The corrections of a draft: what a human changed of the AI's work by hand.

import type { DraftCorrection } from '../../../core/draft/draft.ts'
import type { Branch, Git } from '../../branch/branch.ts'
import type { Selected } from '../../find/selected.ts'
import type { SessionPaths } from '../../paths/session-paths.ts'
import { compareOrder, type Work } from '../work/work.ts'
import { findOwnWork } from './find-own-work.ts'
import { readHumanEdits } from './read-human-edits.ts'
import { readLaterCommits } from './read-later-commits.ts'

/**
 * The corrections in the order of time; unless `full`, the same change once. `works` are what the proposals are taken
 * from; what the AI left for others to commit is looked for in all of `whole`.
 */
export async function reduceCorrections(
  selected: readonly Selected[],
  works: readonly { work: Work; paths: SessionPaths }[],
  whole: readonly { work: Work; paths: SessionPaths }[],
  branch: Branch,
  git: Git,
  full: boolean,
): Promise<DraftCorrection[]> {
  const edits = works.flatMap(({ work, paths }) => readHumanEdits(work, paths))
  const commits = await readLaterCommits(branch, findOwnWork(branch, selected, whole), git)
  const found = [...edits, ...commits]
    .sort((a, b) => compareOrder(a.order, b.order))
    .map(({ correction }) => correction)
  if (full) return found
  const seen = new Set<string>()
  return found.filter(({ key: _, ...said }) => {
    const same = JSON.stringify(said)
    if (seen.has(same)) return false
    seen.add(same)
    return true
  })
}
