// The branches that are asked about: those that were merged, and those that were not yet.

import { askGit } from '../../src/capture/branch/ask-git.ts'
import { checkpointBranch } from './checkpoints.ts'
import type { Ref } from './clone.ts'

export interface BranchCase {
  /** For people: `#325`, or the branch when it is open. */
  title: string
  /** Null when nothing tells it. */
  branch: string | null
  tip: string
  /** What it goes into, as that was before the merge. */
  base: string
  /** An hour after its last commit, ISO 8601 in UTC: when somebody would have drafted. */
  end: string
  /** Checkpoints that its commits name. */
  checkpoints: readonly string[]
}

const hour = 3_600_000

/** Those of `branches` and of the merges into `main` that name a checkpoint. `root` is a clone with their commits. */
export async function listCases(
  root: string,
  branches: readonly Ref[],
  main: string,
  signal: AbortSignal,
): Promise<BranchCase[]> {
  const format = '--format=%P%x09%s'
  const merges = await askGit(root, ['log', '--merges', '--first-parent', format, main], signal)
  const open = branches.filter(({ name, sha }) => sha !== main && name !== checkpointBranch)
  const sides = [
    ...open.map(({ name, sha }) => ({ title: name, branch: name, tip: sha, base: main })),
    ...parseMerges(merges),
  ]
  const cases: BranchCase[] = []
  for (const side of sides) {
    const format = '--format=%cI%x09%(trailers:key=Entire-Checkpoint,valueonly,separator=%x20)'
    const log = await askGit(root, ['log', format, `${side.base}..${side.tip}`], signal)
    const { end, checkpoints } = parseLog(log)
    if (end !== null && checkpoints.length > 0) cases.push({ ...side, end, checkpoints })
  }
  return cases
}

/** Of rows `<parents>\t<subject>`; merges of more than one branch are left out. */
export function parseMerges(output: string): Pick<BranchCase, 'title' | 'branch' | 'tip' | 'base'>[] {
  return [...output.matchAll(/^([0-9a-f]+) ([0-9a-f]+)\t(.*)$/gm)].map(([, base = '', tip = '', subject]) => {
    const [, number, branch] = /^Merge pull request (#\d+) from [^/\s]+\/(\S+)$/.exec(subject ?? '') ?? []
    return { title: number ?? tip.slice(0, 8), branch: branch ?? null, tip, base }
  })
}

/** Of rows `<time>\t<checkpoints>`, newest first. */
export function parseLog(output: string): { end: string | null; checkpoints: string[] } {
  const rows = output.split('\n').filter(Boolean)
  const time = Date.parse(rows[0]?.split('\t')[0] ?? '')
  const checkpoints = new Set(rows.flatMap((row) => row.split('\t')[1]?.match(/\b[0-9a-f]{12}\b/g) ?? []))
  return {
    end: Number.isNaN(time) ? null : new Date(time + hour).toISOString(),
    checkpoints: [...checkpoints],
  }
}
