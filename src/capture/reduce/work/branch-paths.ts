// Paths as sessions write them to paths of the repository.

import type { Branch } from '../../branch/branch.ts'
import type { Selected } from '../../find/selected.ts'

/** Deeper paths are not looked at. */
const deepest = 64

/** Agents make worktrees in these folders and remove them when they are done. */
const formerWorktree = /^(?:\.[\w-]+\/)?\.?worktrees\/[^/]+\//

/** Finds files of a branch by the paths of one session. */
export class BranchPaths {
  private readonly files: ReadonlySet<string>
  /** Of the repository's worktrees, longest first, each with `/` at its end. */
  private readonly roots: readonly string[]
  /** These and the session's folders. */
  private readonly tops: readonly string[]
  /** The session's folders as seen from the top of the repository, each with `/` at its end or empty. */
  private readonly inside: readonly string[]
  /** Those that the session is known to have edited, wherever it ran. */
  private readonly agreed: ReadonlySet<string>
  private readonly known = new Map<string, string | null>()

  constructor(branch: Branch, { session, why }: Selected) {
    this.files = new Set(branch.files)
    this.agreed = new Set(why.files)
    const folders = session.folders.map(toFolder)
    const longestFirst = (a: string, b: string) => b.length - a.length
    this.roots = [branch.root, ...branch.worktrees].map(toFolder).sort(longestFirst)
    this.tops = [...new Set([...this.roots, ...folders])].sort(longestFirst)
    this.inside = folders.flatMap((folder) => {
      const root = this.roots.find((top) => folder.startsWith(top))
      return root === undefined ? [] : [folder.slice(root.length)]
    })
  }

  /** The file of the branch that `path` is; null when the branch does not change it. */
  find(path: string): string | null {
    const known = this.known.get(path)
    if (known !== undefined) return known
    const found = this.search(normalize(path))
    this.known.set(path, found)
    return found
  }

  /** Whether `path` is in the repository, or not known to be outside, as plans and scratch files of the tools are. */
  isInside(path: string): boolean {
    const whole = normalize(path)
    if (!isAbsolute(whole)) return !whole.startsWith('../') && !whole.startsWith('~')
    return this.tops.some((top) => whole.startsWith(top))
  }

  /** For people: from the top of the repository, or only its name when it is elsewhere. */
  name(path: string): string {
    const found = this.find(path)
    if (found !== null) return found
    const whole = normalize(path)
    if (!isAbsolute(whole)) return whole
    const top = this.tops.find((folder) => whole.startsWith(folder))
    return top === undefined ? whole.slice(whole.lastIndexOf('/') + 1) : whole.slice(top.length)
  }

  private search(path: string): string | null {
    if (!isAbsolute(path)) {
      const places = [path, ...this.inside.map((folder) => join(folder, path))]
      return places.find((place) => this.files.has(place)) ?? null
    }
    const root = this.roots.find((top) => path.startsWith(top))
    if (root !== undefined) {
      const place = path.slice(root.length).replace(formerWorktree, '')
      return this.files.has(place) ? place : null
    }
    let depth = 0
    for (let at = path.indexOf('/'); at !== -1 && depth < deepest; at = path.indexOf('/', at + 1), depth++) {
      const file = path.slice(at + 1)
      if (this.agreed.has(file) || (this.files.has(file) && this.isTop(path.slice(0, at + 1)))) return file
    }
    return null
  }

  /** Whether the repository, or another clone of it in which the session ran, may begin at `folder`. */
  private isTop(folder: string): boolean {
    return this.tops.some((top) => top.startsWith(folder))
  }
}

function normalize(path: string): string {
  const slashed = path.includes('\\') && !path.startsWith('/') ? path.replaceAll('\\', '/') : path
  const drive = /^[A-Za-z]:/.test(slashed) ? slashed.charAt(0).toLowerCase() + slashed.slice(1) : slashed
  return drive.replace(/^(?:\.\/)+/, '')
}

function toFolder(path: string): string {
  const folder = normalize(path)
  return folder.endsWith('/') ? folder : `${folder}/`
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:\//.test(path)
}

function join(folder: string, path: string): string {
  const parts = folder.split('/').slice(0, -1)
  const rest = path.split('/')
  while (rest[0] === '..' && parts.length > 0) {
    parts.pop()
    rest.shift()
  }
  return [...parts, ...rest].join('/')
}
