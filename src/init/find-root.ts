// The top of the repository that a folder is in.

import { UsageError } from '../report/usage-error.ts'
import { GitError, runGit } from '../runtime/run-git.ts'

/** The top folder of the working tree around `folder`. A UsageError when there is none. */
export async function findRoot(folder: string): Promise<string> {
  let root = ''
  try {
    const { chunks, ended } = runGit(folder, ['rev-parse', '--show-toplevel'], AbortSignal.timeout(30_000))
    for await (const chunk of chunks) root += chunk.toString()
    await ended
  } catch (error) {
    throw explain(error)
  }
  return root.replace(/\r?\n$/, '')
}

function explain(error: unknown): UsageError {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof GitError && !/not a git repository|work tree/.test(message)) {
    return new UsageError(
      `git cannot read this repository: ${message.replace(/^fatal: /, '')}. \`git status\` says what to do`,
    )
  }
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return new UsageError(
    isMissing
      ? '`init` needs git, which was not found. Install git and run it again.'
      : '`init` sets up a git repository, and this folder is in none with a working tree. Run `git init` first, or run it inside a clone.',
  )
}
