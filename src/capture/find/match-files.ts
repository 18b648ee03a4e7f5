// Which files of a branch a session edited, or wanted to.

import { type BranchPaths, placeInRepository } from '../paths/branch-paths.ts'
import { isAbsolutePath, isWindowsPath, normalizePath } from '../paths/normalize-path.ts'
import type { Session } from '../session/session.ts'

/** Edited files of one session; more are not compared. */
const mostPaths = 20_000

/** What a checkout elsewhere was found to hold. */
interface Elsewhere {
  files: Set<string>
  /** Whether one of them is at least two folders deep. */
  isDeep: boolean
}

/**
 * Paths of the branch, sorted. A path outside of all worktrees counts when it ends like one of the branch and there is
 * more that ties its checkout to this repository: unrelated projects have a `src/index.ts` too. `isTied` says that the
 * session is tied otherwise, by its commits or the name of its branch.
 */
export function matchFiles(session: Session, paths: BranchPaths, isTied: boolean): string[] {
  const found = new Set<string>()
  const elsewhere = new Map<string, Elsewhere>()
  let outside = 0
  const folders = session.folders.flatMap((folder) => normalizePath(folder) ?? []).filter(isAbsolutePath)
  for (const written of listEdited(session)) {
    const candidates = resolve(written, folders)
    const inside = candidates.flatMap((path) => {
      const place = placeInRepository(paths, path)
      return place === null ? [] : [paths.find(place, isWindowsPath(path))]
    })
    if (inside.length > 0) {
      for (const file of inside) if (file !== null) found.add(file)
      continue
    }
    outside++
    for (const path of candidates) noteElsewhere(path, paths, folders, elsewhere)
  }
  for (const [root, { files, isDeep }] of elsewhere) {
    const isLikely = files.size >= 2 && isDeep && files.size * 2 >= outside
    if (isTied || isLikely || hasName(root, paths)) for (const file of files) found.add(file)
  }
  return [...found].sort()
}

function listEdited(session: Session): Set<string> {
  const edited = new Set<string>()
  for (const event of session.events) {
    const list = event.kind === 'human_edit' ? [event.path] : event.kind === 'call' ? event.paths : []
    for (const path of list) {
      const normal = normalizePath(path)
      if (normal !== null && normal !== '' && edited.size < mostPaths) edited.add(normal)
    }
  }
  return edited
}

/** A relative path may be of any folder the session was in. */
function resolve(path: string, folders: readonly string[]): string[] {
  if (isAbsolutePath(path) || folders.length === 0) return [path]
  return folders.flatMap((folder) => normalizePath(`${folder}/${path}`) ?? [])
}

/** Notes the files that `path` ends like: by two segments at least, or one when it stands in the session's own folder. */
function noteElsewhere(
  path: string,
  paths: BranchPaths,
  folders: readonly string[],
  elsewhere: Map<string, Elsewhere>,
): void {
  const ignoreCase = isWindowsPath(path)
  const files = ignoreCase ? paths.lowerFiles : paths.files
  const text = ignoreCase ? path.toLowerCase() : path
  const segments = text.split('/')
  for (let start = 0; start < segments.length; start++) {
    const file = files.get(segments.slice(start).join('/'))
    if (file === undefined) continue
    const root = segments.slice(0, start).join('/')
    const depth = segments.length - start
    if (depth === 1 && !folders.includes(root)) continue
    const known = elsewhere.get(root) ?? { files: new Set(), isDeep: false }
    known.files.add(file)
    known.isDeep ||= depth >= 3
    elsewhere.set(root, known)
  }
}

/** Whether `root` is called like this repository; some tools name the folder above the worktree so. */
function hasName(root: string, { names }: BranchPaths): boolean {
  const [last = '', above = '', ...rest] = root.toLowerCase().split('/').reverse()
  return names.has(last) || (names.has(above) && rest.includes('worktrees'))
}
