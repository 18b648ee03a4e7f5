// The files of a repository as `init` may see them: text, inside the repository, however a path gets there.

import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

export type FileState =
  | { kind: 'missing' }
  /** `path` is where the text really stands: a symbolic link inside the repository is followed. */
  | { kind: 'text'; path: string; text: string }
  /** `isThere` is false when only the way to it cannot be used. */
  | { kind: 'unusable'; reason: string; isThere: boolean }

export interface Repository {
  /** Absolute, without symbolic links. */
  root: string
  read(path: string): Promise<FileState>
  /** The names in a folder, sorted; folders end with `/`. Empty when there is none. */
  list(folder: string): Promise<string[]>
}

/** Files that `init` changes are a few KB. */
const maxBytes = 1024 * 1024

/** Opens the repository at `root`. */
export async function openRepository(root: string): Promise<Repository> {
  const top = await realpath(root)
  return {
    root: top,
    read: (path) => readState(top, path),
    async list(folder) {
      try {
        if (!isInside(top, await realpath(join(top, folder)))) return []
        const entries = await readdir(join(top, folder), { withFileTypes: true })
        const named = await Promise.all(
          entries.map(async (entry) => {
            const isFolder = entry.isSymbolicLink()
              ? (await stat(join(top, folder, entry.name)).catch(() => null))?.isDirectory() === true
              : entry.isDirectory()
            return isFolder ? `${entry.name}/` : entry.name
          }),
        )
        return named.sort()
      } catch {
        return []
      }
    },
  }
}

async function readState(root: string, path: string): Promise<FileState> {
  try {
    const real = await realpath(join(root, path))
    if (!isInside(root, real)) return unusable('is a symbolic link out of the repository')
    const { size, isFile } = await stat(real).then((found) => ({ size: found.size, isFile: found.isFile() }))
    if (!isFile) return unusable('is not a file')
    if (size > maxBytes) return unusable(`is larger than ${maxBytes} bytes`)
    const bytes = await readFile(real)
    const text = bytes.toString('utf8')
    if (!Buffer.from(text).equals(bytes)) return unusable('is not UTF-8 text')
    return { kind: 'text', path: toPath(root, real), text }
  } catch (error) {
    return explain(root, path, error)
  }
}

/** A file that is not there may still lie behind a link that leads out, or nowhere. */
async function explain(root: string, path: string, error: unknown): Promise<FileState> {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOTDIR') return unusable('lies below a file', false)
  if (code === 'ELOOP') return unusable('is a symbolic link to itself')
  if (code !== 'ENOENT') return unusable(`cannot be read (${String(code)})`)
  const { lstat } = await import('node:fs/promises')
  if ((await lstat(join(root, path)).catch(() => null)) !== null) {
    return unusable('is a symbolic link to nothing')
  }
  const folder = await findFolder(root, dirname(path))
  if (folder === null) return unusable('lies below a symbolic link out of the repository', false)
  return { kind: 'missing' }
}

function unusable(reason: string, isThere = true): FileState {
  return { kind: 'unusable', reason, isThere }
}

/** The nearest folder of `folder` that exists, or null when it is outside. */
async function findFolder(root: string, folder: string): Promise<string | null> {
  const real = await realpath(join(root, folder)).catch(() => null)
  if (real !== null) return isInside(root, real) ? real : null
  return folder === '.' ? root : findFolder(root, dirname(folder))
}

function isInside(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)
}

function toPath(root: string, real: string): string {
  return relative(root, real).split(sep).join('/')
}
