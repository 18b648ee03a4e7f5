// Removes the folders in which earlier runs kept what they fetched.

import { realpath, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { resolve, sep } from 'node:path'
import { UsageError } from '../../report/usage-error.ts'

/**
 * Removes `folders` that exist and gives those; with `isDryRun` only finds them. Throws a UsageError before anything
 * is removed when one holds the working folder or the user’s home.
 */
export async function purgeCaches(folders: readonly string[], isDryRun: boolean): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    const path = await realpath(folder).catch(() => null)
    if (path === null) continue
    const holds = (other: string) =>
      `${resolve(other)}${sep}`.startsWith(path.endsWith(sep) ? path : path + sep)
    if (holds(process.cwd()) || holds(homedir()))
      throw new UsageError(
        `\`${folder}\` is no cache: other things are in it. Name the work folder of earlier runs`,
      )
    found.push(folder)
  }
  if (!isDryRun) for (const folder of found) await rm(folder, { recursive: true, force: true })
  return found
}
