// What Git knows of the branch that is drafted for.

/** Times are ISO 8601 in UTC. */
export interface Branch {
  /** Top folder of the working tree. */
  root: string
  /** Top folders of all worktrees of the repository, `root` first. */
  worktrees: readonly string[]
  /** Null on a detached head. */
  name: string | null
  /** What the pull request goes into, such as `origin/main`; null when none was found. */
  base: string | null
  /** Where the branch left `base`; null when they share no commit that is here. */
  mergeBase: string | null
  head: string | null
  /** Of the branch, oldest first; at most 250. */
  commits: readonly BranchCommit[]
  /** Paths from `root` with `/` that the branch changes, committed or not; former names of renamed files too. */
  files: readonly string[]
  /** What could not be known, in sentences, such as a clone that is shallow. */
  notices: readonly string[]
}

export interface BranchCommit {
  sha: string
  authoredAt: string | null
  committedAt: string | null
  /** Name and address, as Git has them. */
  author: { name: string; email: string }
  message: string
  /** Paths that it changes. */
  files: readonly string[]
}

/** Runs Git in the working tree and gives its standard output; null when Git says no. Reads only. */
export type Git = (args: readonly string[]) => Promise<string | null>
