// Where else in a workspace something is checked out, as actions/checkout does with `path`.

import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

const most = 200

/** The folders of `workspace` with a repository of their own. A submodule has none. */
export async function findCheckouts(workspace: string): Promise<string[]> {
  const entries = await readdir(workspace, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory()).slice(0, most)
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const git = await lstat(join(workspace, name, '.git')).catch(() => null)
      return git?.isDirectory() ? [join(workspace, name)] : []
    }),
  )
  return found.flat()
}
