// The files of a branch, made ready to be looked up by what sessions call them.

import type { Branch } from '../branch/branch.ts'
import { isWindowsPath, normalizePath } from './normalize-path.ts'

/** Many repositories are checked out to folders of these names, containers above all. */
const commonNames = new Set(
  'api app backend client code frontend project repo repository server site src test web work workspace'.split(
    ' ',
  ),
)

export interface BranchPaths {
  /** Normalized top folders, the longest first, so that a worktree within another is met first. */
  roots: readonly string[]
  /** Names that a checkout elsewhere would have: of the top folders. */
  names: ReadonlySet<string>
  /** The path as Git has it, by its normalized form. */
  files: ReadonlyMap<string, string>
  /** The same in lower case, for Windows; those alike but for case are left out. */
  lowerFiles: ReadonlyMap<string, string>
  /** The file that is, or as a submodule holds, `path`; null when there is none. */
  find(path: string, ignoreCase: boolean): string | null
}

/** `aliases` are other names of the top folder, such as one through a link. */
export function createBranchPaths(branch: Branch, aliases: readonly string[]): BranchPaths {
  const folders = [...branch.worktrees, branch.root, ...aliases].flatMap(
    (folder) => normalizePath(folder) ?? [],
  )
  const roots = [...new Set(folders)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const files = new Map<string, string>()
  const lowerFiles = new Map<string, string>()
  for (const file of branch.files) {
    const key = file.normalize('NFC')
    files.set(key, file)
    lowerFiles.set(key.toLowerCase(), file)
  }
  const find = (path: string, ignoreCase: boolean) => {
    const map = ignoreCase ? lowerFiles : files
    // Git lists no folders but submodules, so that what holds `path` is one.
    for (let key = ignoreCase ? path.toLowerCase() : path; key !== ''; ) {
      const file = map.get(key)
      if (file !== undefined) return file
      key = key.slice(0, Math.max(0, key.lastIndexOf('/')))
    }
    return null
  }
  const names = new Set(
    roots
      .map((root) => root.slice(root.lastIndexOf('/') + 1).toLowerCase())
      .filter((name) => name !== '' && !commonNames.has(name)),
  )
  return { roots, names, files, lowerFiles, find }
}

/** Where `path` is in the repository: its part below a top folder; null outside. Those of forgotten worktrees too. */
export function placeInRepository({ roots }: BranchPaths, path: string): string | null {
  for (const root of roots) {
    const prefix = root.endsWith('/') ? root : `${root}/`
    const isSame = isWindowsPath(root)
      ? path.toLowerCase().startsWith(prefix.toLowerCase())
      : path.startsWith(prefix)
    // Agents make worktrees in these folders and remove them when they are done.
    if (isSame) return path.slice(prefix.length).replace(/^(?:\.[\w-]+\/)?\.?worktrees\/[^/]+\//, '')
  }
  return null
}
