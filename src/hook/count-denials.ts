// Counts the refusals of a session, so that there is never a loop: empty files in a private folder for temporary files.

import { createHash } from 'node:crypto'
import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const mostDenials = 2

/** Takes one of the refusals that `session` has; false when none is left or nothing can be remembered. */
export async function takeDenial(session: string, folder = defaultFolder()): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700, recursive: true })
    const found = await lstat(folder)
    // Somebody else's folder of that name is not trusted.
    if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid())) return false
    const name = createHash('sha256').update(session).digest('hex').slice(0, 32)
    for (let count = 1; count <= mostDenials; count++) {
      if (await create(join(folder, `${name}-${count}`))) return true
    }
  } catch {
    // What cannot be counted is not refused.
  }
  return false
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function defaultFolder(): string {
  return join(tmpdir(), `ai-worklog-hook-${process.getuid?.() ?? 'user'}`)
}
