// Leaves out what the pull request itself carries: that is the author's text, however much it looks like a transcript.

import { basename, dirname, extname } from 'node:path'
import { createGit } from '../../capture/branch/create-git.ts'
import { splitAtNul } from '../../capture/branch/split-output.ts'
import type { Candidate } from './candidate.ts'
import { isBelow } from './is-below.ts'

/** Folders that Git is asked about. */
const mostFolders = 200

export interface CarriedOptions {
  /** Null when the job has none. */
  workspace: string | null
  /** Paths that the pull request changes; null when not all are known. */
  changed: readonly string[] | null
  signal: AbortSignal
}

/**
 * Those of `candidates` that Git does not track and the pull request does not change. In the known places of the
 * workspace Git must have said so; what the input names, and what is elsewhere, counts also when there is no Git to ask.
 */
export async function leaveOutCarried(
  candidates: readonly Candidate[],
  { workspace, changed, signal }: CarriedOptions,
): Promise<Candidate[]> {
  const isInside = (path: string) => workspace !== null && isBelow(workspace, path)
  const asked = new Map<string, Candidate[]>()
  const free: Candidate[] = []
  for (const one of candidates) {
    const { path } = one.file
    if (one.place === 'temporary' || one.place === 'home') free.push(one)
    else if (!isInside(path) || !isChanged(path, changed ?? [])) {
      const folder = dirname(path)
      asked.set(folder, [...(asked.get(folder) ?? []), one])
    }
  }
  for (const [folder, list] of [...asked].slice(0, mostFolders)) {
    const tracked = await listTracked(folder, list.flatMap(namesOf), signal)
    const isTracked = (name: string) =>
      tracked?.some((path) => path === name || path.startsWith(`${name}/`)) === true
    const isFree = (one: Candidate) =>
      tracked === null
        ? one.place === 'named' && (changed !== null || !isInside(one.file.path))
        : !namesOf(one).some(isTracked)
    free.push(...list.filter(isFree))
  }
  const kept = new Set(free)
  return candidates.filter((one) => kept.has(one))
}

/** In a repository that is checked out to any folder of the workspace. */
function isChanged(path: string, changed: readonly string[]): boolean {
  const slashed = path.replaceAll('\\', '/')
  return changed.some((file) => slashed.endsWith(`/${file}`))
}

/** Some tools keep more of a session in a folder of the same name. */
function namesOf({ file: { path } }: Candidate): string[] {
  const name = basename(path)
  const ending = extname(name)
  return ending === '' || ending === name ? [name] : [name, name.slice(0, -ending.length)]
}

/** What Git tracks of `names` in `folder`; null when there is no repository, or no Git. */
async function listTracked(
  folder: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<string[] | null> {
  const git = createGit(folder, signal)
  const found: string[] = []
  for (let at = 0; at < names.length; at += 200) {
    const paths = names.slice(at, at + 200).map((name) => `:(literal)${name}`)
    const said = await git(['ls-files', '-z', '--', ...paths]).catch(() => null)
    signal.throwIfAborted()
    if (said === null) return null
    found.push(...splitAtNul(said))
  }
  return found
}
