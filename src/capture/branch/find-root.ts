// The top folder of a working tree.

import { UsageError } from '../../report/usage-error.ts'
import { GitError } from '../../runtime/run-git.ts'
import { askGit } from './ask-git.ts'
import { withoutNewline } from './split-output.ts'

export interface FoundRoot {
  /** Null when there is no working tree. */
  root: string | null
  /** Why there is none, as a sentence with the remedy. */
  problem: string | null
}

/** Where the working tree that `folder` is in begins. */
export async function findRoot(folder: string, signal: AbortSignal): Promise<FoundRoot> {
  try {
    const root = withoutNewline(await askGit(folder, ['rev-parse', '--show-toplevel'], signal))
    if (root !== '') return { root, problem: null }
    return { root: null, problem: explain('must be run in a work tree') }
  } catch (error) {
    if (error instanceof GitError) return { root: null, problem: explain(error.message) }
    if (error instanceof UsageError) return { root: null, problem: `${error.message}.` }
    throw error
  }
}

/** Git's words, which name folders and sometimes only hint at the remedy, in ours. */
function explain(said: string): string {
  if (/not a git repository/i.test(said)) {
    return 'This folder is in no Git repository: go to a clone.'
  }
  if (/work tree/i.test(said)) {
    return 'This Git repository is bare, or you are in its `.git` folder: go to a working tree, such as one made with `git worktree add`.'
  }
  if (/dubious ownership/i.test(said)) {
    return 'Git does not trust this repository, which belongs to another user: see `git status`, which names the setting `safe.directory`.'
  }
  return 'Git cannot read this repository: see `git status`.'
}
