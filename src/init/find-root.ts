// The top of the repository that a folder is in.

import { UsageError } from '../report/usage-error.ts'
import { runGit } from '../runtime/run-git.ts'

/** The top folder of the working tree around `folder`. A UsageError when there is none. */
export async function findRoot(folder: string): Promise<string> {
  try {
    const { chunks, ended } = runGit(folder, ['rev-parse', '--show-toplevel'], AbortSignal.timeout(30_000))
    let output = ''
    for await (const chunk of chunks) output += chunk.toString()
    await ended
    const root = output.replace(/\r?\n$/, '')
    if (root !== '') return root
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new UsageError('`init` needs git, which was not found. Install git and run it again.')
    }
  }
  throw new UsageError(
    '`init` sets up a git repository, and this folder is in none with a working tree. Run `git init` first, or run it inside a clone.',
  )
}
