// Git as a function of its arguments, for those who take no for an answer.

import { GitError } from '../../runtime/run-git.ts'
import { askGit } from './ask-git.ts'
import type { Git } from './branch.ts'

/** Asks Git in `folder`. What it says is kept whole, up to 64 MB; more is a no. */
export function createGit(folder: string, signal: AbortSignal): Git {
  return async (args) => {
    try {
      return await askGit(folder, args, signal)
    } catch (error) {
      if (error instanceof GitError) return null
      throw error
    }
  }
}

/** Stands in where there is no repository: it always says no. */
export const noGit: Git = async () => null
