// A branch as Git would tell of it, for tests that need no repository.

import type { Branch } from '../../src/capture/branch/branch.ts'

/** A branch of `/work/app` that changes `files`. */
export function branchOf(files: readonly string[], facts: Partial<Branch> = {}): Branch {
  return {
    root: '/work/app',
    worktrees: ['/work/app'],
    name: 'retries',
    base: 'origin/main',
    mergeBase: '0'.repeat(40),
    head: '1'.repeat(40),
    commits: [],
    files,
    notices: [],
    ...facts,
  }
}
