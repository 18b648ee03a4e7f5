// The folder for what is in progress: one for each store, ours alone, and removed whole when a command is done.

import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { withLock } from '../../dataset/store/folder/folder-lock.ts'
import { UsageError } from '../../report/usage-error.ts'

/** The folder for the store `store` in `parent`, by default the system’s temporary folder. */
export function nameWorkFolder(store: string, parent: string | undefined): string {
  const name = createHash('sha256').update(resolve(store)).digest('hex').slice(0, 16)
  // A folder of our own in the one that is named, so that nothing else is removed.
  return resolve(parent ?? tmpdir(), `ai-worklog-${name}`)
}

/**
 * Makes `folder`, or finds that of a run that was stopped, and runs `work` while no other run can use it: two of them would
 * take each other's records for their own. Throws a UsageError when one does, when the folder cannot be made, and when the
 * disk is full. What is left empty is removed.
 */
export async function lockWorkFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const explain = (process: string) =>
    new UsageError(
      `Another run (${process}) is using the folder \`${folder}\`. Run the command again when it has ended, or name another folder with \`--work-dir\``,
    )
  await makeFolder(folder)
  try {
    return await withLock(folder, explain, work)
  } catch (error) {
    if (error instanceof UsageError || !isDiskFull(error)) throw error
    throw new UsageError(
      `There is no space left for what is in progress in \`${folder}\`: make some and run the command again, or name a folder on another disk with \`--work-dir\``,
      { cause: error },
    )
  } finally {
    await rmdir(folder).catch(() => {})
  }
}

/** Throws a UsageError when it cannot be made, or when another user made it: its name is no secret. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const found = await lstat(folder)
    const isOurs = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())
    if (!isOurs) throw new Error('it is a link, or another user’s')
    await chmod(folder, 0o700)
  } catch (error) {
    throw new UsageError(
      `Cannot use the folder \`${folder}\`: ${error instanceof Error ? error.message : String(error)}; name another with \`--work-dir\``,
      { cause: error },
    )
  }
}

/** Node says so by a code, DuckDB in the words of the system, a thread that failed by its cause. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : null
  const isFull =
    code === 'ENOSPC' || code === 'EDQUOT' || /no space left|not enough space/i.test(error.message)
  return isFull || isDiskFull(error.cause)
}
