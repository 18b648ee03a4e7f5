// One branch: checked out, with the sessions of its developers' machines as they were then, and what each rule says of it.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readBranch } from '../../src/capture/branch/read-branch.ts'
import type { Selected } from '../../src/capture/find/selected.ts'
import type { Checkpoints } from './checkpoints.ts'
import { checkOut } from './clone.ts'
import type { BranchCase } from './list-cases.ts'
import { findByBranch, findByDraft, findByFiles, type Question, type Work } from './rules.ts'
import { layOut } from './transcripts.ts'

export interface World {
  /** A clone of our own. */
  root: string
  /** For what is made for one branch and removed again. */
  folder: string
  stored: Checkpoints
  works: readonly Work[]
  signal: AbortSignal
}

/** Ids of sessions. */
export interface Answer {
  /** Those that made the branch. */
  wanted: ReadonlySet<string>
  /** With why `draft` takes them for such. */
  draft: ReadonlyMap<string, Selected['why']>
  files: readonly string[]
  branch: readonly string[]
  /** Those that edited no file of the branch. */
  idle: ReadonlySet<string>
}

/** Null when no session is known to have made the branch. */
export async function askCase(one: BranchCase, world: World): Promise<Answer | null> {
  const { root, folder, signal } = world
  const { wanted, works } = pickWorks(one, world)
  if (wanted.size === 0) return null
  const home = join(folder, 'home')
  mkdirSync(home)
  try {
    await checkOut(root, one.branch, one.tip, signal)
    layOut(works, home, one.end)
    const { branch, git } = await readBranch(root, { base: one.base, signal })
    if (git === null) throw new Error(branch.notices[0])
    const question: Question = { branch, git, home, works, end: one.end, signal }
    const found = await findByDraft(question)
    const files = new Set(branch.files)
    const idle = works.filter(({ edits }) => !edits.some(({ file }) => files.has(file)))
    return {
      wanted,
      draft: new Map(found.map(({ session, why }) => [session.id, why])),
      files: findByFiles(question),
      branch: findByBranch(question),
      idle: new Set(idle.map(({ id }) => id)),
    }
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** The sessions that made a branch, and all on the machines of those, as far as they had begun by then. */
function pickWorks({ checkpoints, end }: BranchCase, { stored, works }: World) {
  const ids = new Set(checkpoints.flatMap((checkpoint) => [...(stored.named.get(checkpoint) ?? [])]))
  const begun = works.filter(({ startedAt }) => startedAt <= end)
  const made = begun.filter(({ id }) => ids.has(id))
  const machines = new Set(made.flatMap(({ homes }) => homes))
  return {
    wanted: new Set(made.map(({ id }) => id)),
    works: begun.filter(({ homes }) => homes.some((home) => machines.has(home))),
  }
}
