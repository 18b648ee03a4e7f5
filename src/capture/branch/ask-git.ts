// One question to Git and its whole answer, within bounds.

import { stat } from 'node:fs/promises'
import { UsageError } from '../../report/usage-error.ts'
import { GitError, runGit } from '../../runtime/run-git.ts'

/** More than the names of a million files. */
const mostBytes = 64 * 1024 * 1024

/**
 * The standard output of `git` in `folder`. Rejects with a {@link GitError} when Git says no or too much, and with a
 * {@link UsageError} when there is no Git or no such folder.
 */
export async function askGit(folder: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  signal.throwIfAborted()
  const { chunks, ended } = runGit(folder, args, signal)
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > mostBytes) throw new GitError(`git says more than ${mostBytes} bytes`)
      parts.push(chunk)
    }
    await ended
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof GitError || !isMissing(error)) throw error
    const reason = (await isFolder(folder))
      ? 'There is no `git` on this machine: install it'
      : `There is no folder \`${folder}\``
    throw new UsageError(reason, { cause: error })
  }
  return Buffer.concat(parts).toString('utf8')
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
