// Writes the new text of a file beside it, so that renaming is all that is left to do.

import { randomBytes } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes `text` to the disk, into a hidden file beside `path`, and resolves to that file's path. It has the permissions of
 * what is at `path`; where there is nothing, `fresh` as far as the umask allows. Rejects with the system's error, and then leaves nothing.
 */
export async function stageFile(path: string, text: string, fresh = 0o666): Promise<string> {
  const mode = await stat(path).then(
    (found) => found.mode & 0o7777,
    () => null,
  )
  const staged = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  const handle = await open(staged, 'wx', mode ?? fresh)
  try {
    try {
      await handle.writeFile(text)
      // `open` takes away what the umask forbids.
      if (mode !== null) await handle.chmod(mode)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    await rm(staged, { force: true })
    throw error
  }
  return staged
}
