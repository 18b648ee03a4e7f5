// What of a set-up Git would not commit.

import { GitError, runGit } from '../runtime/run-git.ts'

/** Those of `paths`, from `root`, that Git ignores and does not track. None when Git cannot tell. */
export async function findIgnored(root: string, paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return []
  const args = ['check-ignore', '--', ...paths]
  const { chunks, ended } = runGit(root, args, AbortSignal.timeout(30_000))
  try {
    let found = ''
    for await (const chunk of chunks) found += chunk.toString()
    await ended
    return found.split(/\r?\n/).filter((path) => path !== '')
  } catch (error) {
    // Git ends with 1 when it ignores none.
    if (error instanceof GitError) return []
    throw error
  }
}
