// The files in a folder, in an order that does not depend on the file system. Nothing leads out of the folder.

import type { Dirent } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Problem } from '../../input.ts'
import { explainRead } from './explain-read.ts'

export interface FoundFile {
  path: string
  /** From what the user wrote. */
  name: string
}

export interface Found {
  files: FoundFile[]
  problems: Problem[]
}

/**
 * All regular files below `folder`, sorted by the code units of their names. Hidden folders, `node_modules` and `excluded`
 * folders (real paths) are not entered. A symbolic link is not followed: what it names inside the folder is found anyway.
 */
export async function findFiles(
  folder: string,
  name: string,
  excluded: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Found> {
  const root = await realpath(folder)
  const found: Found = { files: [], problems: [] }
  const walk = async (path: string, shown: string): Promise<void> => {
    signal.throwIfAborted()
    for (const entry of await list(path, shown, found.problems)) {
      const [inner, label] = [join(path, entry.name), `${shown.replace(/\/$/, '')}/${entry.name}`]
      if (entry.isDirectory()) {
        const isSkipped = entry.name.startsWith('.') || entry.name === 'node_modules' || excluded.has(inner)
        if (!isSkipped) await walk(inner, label)
      } else if (entry.isFile()) found.files.push({ path: inner, name: label })
      else if (entry.isSymbolicLink()) await tellLink(inner, label, root, found.problems)
    }
  }
  await walk(root, name)
  return found
}

async function list(path: string, name: string, problems: Problem[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    problems.push({
      place: name,
      reason: 'unreadable',
      message: `The folder cannot be read: ${explainRead(error)}. Change its permissions or leave it out.`,
    })
    return []
  }
}

/** A link that leads out of the folder might lead anywhere, such as to a file of secrets. */
async function tellLink(path: string, name: string, root: string, problems: Problem[]): Promise<void> {
  const target = await realpath(path).catch(() => null)
  if (target?.startsWith(root.endsWith(sep) ? root : `${root}${sep}`) || target === root) return
  problems.push({
    place: name,
    reason: target === null ? 'unreadable' : 'outside',
    message:
      target === null
        ? 'It is a symbolic link to nothing, or to itself; it is left out.'
        : 'It is a symbolic link that leads out of the folder; it is left out. Name the file itself to take it.',
  })
}
