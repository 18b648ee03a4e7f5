// Writes a file so that at any moment it is the old or the new one.

import { realpath, rename, rm, stat } from 'node:fs/promises'
import { UsageError } from '../report/usage-error.ts'
import { explainWriteError } from './explain-write-error.ts'
import { stageFile } from './stage-file.ts'

/**
 * Puts `text` in the place of what is at `path`, or makes it. A link stays, and what it points to is replaced; a file
 * keeps its permissions. Throws a UsageError that says why when it cannot, and the reason of `signal` when that aborts
 * first; then nothing has changed.
 */
export async function replaceFile(path: string, text: string, signal?: AbortSignal): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path)
    await assertReplaceable(path, target)
    const staged = await stageFile(target, text)
    try {
      signal?.throwIfAborted()
      await rename(staged, target)
    } finally {
      await rm(staged, { force: true })
    }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof UsageError) throw error
    throw new UsageError(`Cannot write \`${path}\`: ${explainWriteError(error)}`, { cause: error })
  }
}

async function assertReplaceable(path: string, target: string): Promise<void> {
  const found = await stat(target).catch(() => null)
  if (found === null) return
  if (!found.isFile()) throw new UsageError(`Cannot write \`${path}\`: it is no file`)
  // A rename would replace it all the same.
  if ((found.mode & 0o222) === 0) {
    throw new UsageError(`Cannot write \`${path}\`: it is read-only; allow writing and run the command again`)
  }
}
