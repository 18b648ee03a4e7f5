// The policy of the repository that a command runs in, where the action looks for it too.

import { lstat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** From the top of a repository. */
export const usualPolicy = '.github/ai-worklog.yml'

/**
 * Its path from `folder`, which is in the repository; null when there is none. Git is not asked: it would take longer
 * than a check. A link is no policy, as to the action.
 */
export async function findPolicy(folder: string): Promise<string | null> {
  for (let top = folder; ; top = dirname(top)) {
    if (await lstat(join(top, '.git')).catch(() => null)) {
      const path = join(top, usualPolicy)
      const found = await lstat(path).catch(() => null)
      return found?.isFile() ? relative(folder, path) : null
    }
    if (dirname(top) === top) return null
  }
}
