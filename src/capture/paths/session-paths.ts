// Paths as one session writes them to paths of the repository.

import type { Selected } from '../find/selected.ts'
import { type BranchPaths, placeInRepository } from './branch-paths.ts'
import { isAbsolutePath, isWindowsPath, normalizePath } from './normalize-path.ts'

/** Deeper paths are not looked at. */
const deepest = 64

/** Finds files of a branch by the paths of one session. */
export class SessionPaths {
  private readonly branch: BranchPaths
  /** The session's folders, normalized. */
  private readonly folders: readonly string[]
  /** These and the repository's, longest first, each with `/` at its end. */
  private readonly tops: readonly string[]
  /** Those that the session is known to have edited, wherever it ran. */
  private readonly agreed: ReadonlySet<string>
  private readonly isWindows: boolean
  private readonly known = new Map<string, string | null>()

  constructor(branch: BranchPaths, { session, why }: Pick<Selected, 'session' | 'why'>) {
    this.branch = branch
    this.agreed = new Set(why.files)
    this.folders = session.folders.flatMap((folder) => normalizePath(folder) ?? []).filter(isAbsolutePath)
    const tops = [...branch.roots, ...this.folders].map((top) => (top.endsWith('/') ? top : `${top}/`))
    this.tops = [...new Set(tops)].sort((a, b) => b.length - a.length)
    this.isWindows = branch.roots.some(isWindowsPath)
  }

  /** The file of the branch that `path` is; null when the branch does not change it. */
  find(path: string): string | null {
    const known = this.known.get(path)
    if (known !== undefined) return known
    const found = this.search(normalizePath(path))
    this.known.set(path, found)
    return found
  }

  /** Whether `path` is in the repository, or not known to be outside, as plans and scratch files of the tools are. */
  isInside(path: string): boolean {
    const whole = normalizePath(path)
    if (whole === null) return false
    if (!isAbsolutePath(whole)) return !whole.startsWith('../') && !whole.startsWith('~')
    return this.tops.some((top) => whole.startsWith(top))
  }

  /** For people: from the top of the repository, or only its name when it is elsewhere. */
  name(path: string): string {
    const found = this.find(path)
    if (found !== null) return found
    const whole = normalizePath(path)
    if (whole === null || !isAbsolutePath(whole)) return whole ?? ''
    const top = this.tops.find((folder) => whole.startsWith(folder))
    return asWritten(path, whole.slice(top === undefined ? whole.lastIndexOf('/') + 1 : top.length))
  }

  private search(path: string | null): string | null {
    if (path === null) return null
    if (isAbsolutePath(path)) return this.searchWhole(path)
    const found = path.startsWith('../') ? null : this.branch.find(path, this.isWindows)
    if (found !== null) return found
    for (const folder of this.folders) {
      const whole = normalizePath(`${folder}/${path}`)
      const place = whole === null ? null : placeInRepository(this.branch, whole)
      const file = place === null ? null : this.branch.find(place, this.isWindows)
      if (file !== null) return file
    }
    return null
  }

  private searchWhole(path: string): string | null {
    const ignoreCase = isWindowsPath(path)
    const place = placeInRepository(this.branch, path)
    if (place !== null) return this.branch.find(place, ignoreCase)
    const files = ignoreCase ? this.branch.lowerFiles : this.branch.files
    const text = ignoreCase ? path.toLowerCase() : path
    let depth = 0
    for (let at = text.indexOf('/'); at !== -1 && depth < deepest; at = text.indexOf('/', at + 1), depth++) {
      const file = files.get(text.slice(at + 1))
      if (file !== undefined && (this.agreed.has(file) || this.isTop(text.slice(0, at + 1)))) return file
    }
    return null
  }

  /** Whether the repository, or another clone of it in which the session ran, may begin at `folder`. */
  private isTop(folder: string): boolean {
    return this.tops.some((top) => top.startsWith(folder))
  }
}

/** `end` in the letters that `path` has it in: where case does not count, a normalized path has lost it. */
function asWritten(path: string, end: string): string {
  const written = path.replaceAll('\\', '/').slice(-end.length)
  return written.toLowerCase() === end.toLowerCase() ? written : end
}
