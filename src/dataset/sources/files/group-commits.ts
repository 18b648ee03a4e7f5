// Which commits of a clone came with which pull request, as far as GitHub's own words say: `Merge pull request #12 from …` and
// squash subjects `… (#12)`. Nothing else is guessed.

import type { LocalCommit } from './read-commits.ts'

export interface CommitGroup {
  /** Of the pull request. */
  number: number
  /** What it was merged as. */
  mergeSha: string
  /** The branch that the merge names; null for a squash. */
  headRef: string | null
  /** Oldest first. */
  commits: readonly LocalCommit[]
}

/** Groups by number, ascending. `commits` are in topological order, children first. */
export function groupCommits(commits: readonly LocalCommit[]): CommitGroup[] {
  const graph = new Graph(commits)
  const mainline = graph.listMainline().reverse()
  const claimed = new Set<string>()
  const groups = new Map<number, CommitGroup>()
  // Oldest first: a pull request that was merged into the branch of another one is the inner one.
  for (const { commit, number, headRef } of listMerges([...commits].reverse(), mainline)) {
    const inside = graph.listBrought(commit).filter(({ sha }) => !claimed.has(sha))
    for (const { sha } of [commit, ...inside]) claimed.add(sha)
    // None: they are outside of the range.
    if (inside.length > 0) {
      groups.set(number, { number, headRef, mergeSha: commit.sha, commits: inside.reverse() })
    }
  }
  const merged = new Set(groups.keys())
  for (const commit of mainline) {
    const number = commit.parents.length < 2 && !claimed.has(commit.sha) ? readSquash(commit) : null
    if (number !== null && !merged.has(number)) addSquash(groups, number, commit)
  }
  return [...groups.values()].sort((a, b) => a.number - b.number)
}

interface Merge {
  commit: LocalCommit
  number: number
  headRef: string
}

/**
 * Inside a branch a merge may be of another repository, such as a fork: of several with one number the one on the main line
 * counts, and none when that does not decide.
 */
function listMerges(commits: readonly LocalCommit[], mainline: readonly LocalCommit[]): Merge[] {
  const onMainline = new Set(mainline.map(({ sha }) => sha))
  const byNumber = new Map<number, Merge[]>()
  const merges = commits.flatMap((commit) => readMerge(commit) ?? [])
  for (const merge of merges) byNumber.set(merge.number, [...(byNumber.get(merge.number) ?? []), merge])
  return merges.filter((merge) => {
    const all = byNumber.get(merge.number) ?? []
    const main = all.filter(({ commit }) => onMainline.has(commit.sha))
    const counting = all.length === 1 ? all : main
    return counting.length === 1 && counting[0] === merge
  })
}

/** More commits with one number were pushed one by one. */
function addSquash(groups: Map<number, CommitGroup>, number: number, commit: LocalCommit): void {
  const known = groups.get(number)?.commits ?? []
  groups.set(number, { number, mergeSha: commit.sha, headRef: null, commits: [...known, commit] })
}

function readMerge(commit: LocalCommit): Merge | null {
  if (commit.parents.length !== 2) return null
  const [, digits, headRef] =
    /^Merge pull request #(\d{1,9}) from [^\s/]+\/(\S+)$/.exec(firstLine(commit.message)) ?? []
  const number = Number(digits)
  return !(number > 0) || headRef === undefined ? null : { commit, number, headRef }
}

function readSquash({ message }: LocalCommit): number | null {
  const number = /\(#(\d{1,9})\)$/.exec(firstLine(message).trimEnd())?.[1]
  return number === undefined || Number(number) === 0 ? null : Number(number)
}

function firstLine(message: string): string {
  return message.slice(0, 1000).split('\n', 1)[0] ?? ''
}

class Graph {
  readonly #commits: readonly LocalCommit[]
  readonly #indexes: ReadonlyMap<string, number>

  constructor(commits: readonly LocalCommit[]) {
    this.#commits = commits
    this.#indexes = new Map(commits.map(({ sha }, index) => [sha, index]))
  }

  /** The newest commit and its first parents. */
  listMainline(): LocalCommit[] {
    const line: LocalCommit[] = []
    for (let commit = this.#commits[0]; commit !== undefined; commit = this.#find(commit.parents[0]))
      line.push(commit)
    return line
  }

  /**
   * What `merge` brought: all that is reachable from its second parent and not from its first, newest first. Walks both sides
   * in topological order, and stops where nothing is left that only the second reaches.
   */
  listBrought({ parents: [base, head] }: LocalCommit): LocalCommit[] {
    const fromBase = new Set<number>()
    const queue = new Queue()
    const waiting = new Set<number>()
    let only = 0
    const visit = (sha: string | undefined, isBase: boolean) => {
      const index = this.#indexes.get(sha ?? '')
      if (index === undefined) return
      const isKnown = waiting.has(index)
      if (!isKnown) {
        waiting.add(index)
        queue.push(index)
        if (!isBase) only += 1
      } else if (isBase && !fromBase.has(index)) only -= 1
      if (isBase) fromBase.add(index)
    }
    visit(base, true)
    visit(head, false)
    const brought: LocalCommit[] = []
    while (only > 0) {
      const index = queue.pop()
      const commit = index === undefined ? undefined : this.#commits[index]
      if (index === undefined || commit === undefined) break
      const isBase = fromBase.has(index)
      if (!isBase) {
        only -= 1
        brought.push(commit)
      }
      for (const parent of commit.parents) visit(parent, isBase)
    }
    return brought
  }

  #find(sha: string | undefined): LocalCommit | undefined {
    const index = this.#indexes.get(sha ?? '')
    return index === undefined ? undefined : this.#commits[index]
  }
}

/** A heap: the smallest first. */
class Queue {
  readonly #items: number[] = []

  push(item: number): void {
    const items = this.#items
    let at = items.push(item) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((items[up] ?? 0) <= item) break
      items[at] = items[up] ?? 0
      at = up
    }
    items[at] = item
  }

  pop(): number | undefined {
    const items = this.#items
    const [top] = items
    const last = items.pop()
    if (last === undefined || items.length === 0) return top
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= items.length) break
      if (down + 1 < items.length && (items[down + 1] ?? 0) < (items[down] ?? 0)) down += 1
      if ((items[down] ?? 0) >= last) break
      items[at] = items[down] ?? 0
      at = down
    }
    items[at] = last
    return top
  }
}
