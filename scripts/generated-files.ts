// Writes generated files, or with `--check` only says which ones are out of date.

import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

/** The text of a file of this repository, or null when there is none. */
export async function readProjectFile(path: string): Promise<string | null> {
  try {
    return await readFile(new URL(path, root), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * Brings `files` (path from the root → text) up to date. With `--check` among `args` nothing is written; files
 * that differ are listed with `command`, which mends them, and the process will exit with 1.
 */
export async function writeGeneratedFiles(
  files: ReadonlyMap<string, string>,
  command: string,
  args: readonly string[],
): Promise<void> {
  for (const [path, text] of files) {
    if ((await readProjectFile(path)) === text) continue
    if (args.includes('--check')) {
      console.error(`\`${path}\` is out of date: run \`${command}\``)
      process.exitCode = 1
    } else {
      await writeFile(fileURLToPath(new URL(path, root)), text)
      console.log(`Wrote \`${path}\``)
    }
  }
}
