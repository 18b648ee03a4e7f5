// Writes a file so that at any moment it is the old or the new one.

import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'

/** Puts `text` in the place of what is at `path`, or makes it. A link stays, and what it points to is replaced. */
export async function replaceFile(path: string, text: string, signal: AbortSignal): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path)
    const mode = await stat(target).then(
      (found) => {
        if (!found.isFile()) throw new UsageError(`Cannot write \`${path}\`: it is no file`)
        return found.mode & 0o777
      },
      () => 0o666,
    )
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
    try {
      const handle = await open(temporary, 'wx', mode)
      try {
        await handle.writeFile(text)
        await handle.sync()
      } finally {
        await handle.close()
      }
      signal.throwIfAborted()
      await rename(temporary, target)
    } finally {
      await rm(temporary, { force: true })
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof UsageError) throw error
    throw new UsageError(`Cannot write \`${path}\`: ${describe(error)}`, { cause: error })
  }
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such folder'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'permission denied'
  if (code === 'ENOSPC') return 'the disk is full'
  return error instanceof Error ? error.message : String(error)
}
