// The worktrees of a repository.

import type { Git } from './branch.ts'
import { splitAtNul } from './split-output.ts'

/** More are not looked at. */
const most = 200

/** Top folders of all worktrees, those that are gone but not forgotten too; `root` first. */
export async function listWorktrees(git: Git, root: string): Promise<string[]> {
  const list = ['worktree', 'list', '--porcelain']
  // `-z` came with Git 2.36.
  const output = await git([...list, '-z'])
  const lines = output === null ? ((await git(list)) ?? '').split('\n') : splitAtNul(output)
  const found = new Set([root])
  let folder: string | null = null
  for (const line of [...lines, '']) {
    if (line.startsWith('worktree ')) folder = line.slice('worktree '.length)
    else if (line === 'bare') folder = null
    else if (line === '' && folder !== null) {
      if (found.size < most) found.add(folder)
      folder = null
    }
  }
  return [...found]
}
