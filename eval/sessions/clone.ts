// A clone of our own beside the one that was given, which is only read. It borrows the objects, so that it is small, and
// has the branches as a developer's clone has them, but not the one with the checkpoints: that is the answer.

import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askGit } from '../../src/capture/branch/ask-git.ts'
import { checkpointBranch } from './checkpoints.ts'

export interface Ref {
  /** Without `refs/heads/` or `refs/remotes/origin/`. */
  name: string
  sha: string
}

/** The branches of the clone at `folder`: what it fetched, or in a mirror its own. */
export async function listBranches(folder: string, signal: AbortSignal): Promise<Ref[]> {
  const output = await askGit(
    folder,
    ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads/', 'refs/remotes/origin/'],
    signal,
  )
  return parseRefs(output)
}

/** Of the output of `git for-each-ref --format='%(objectname) %(refname)'`. */
export function parseRefs(output: string): Ref[] {
  const refs = [...output.matchAll(/^([0-9a-f]{40,64}) refs\/(heads|remotes\/origin)\/(.+)$/gm)].map(
    ([, sha = '', kind, name = '']) => ({ sha, kind, name }),
  )
  const fetched = refs.filter(({ kind, name }) => kind !== 'heads' && name !== 'HEAD')
  return (fetched.length > 0 ? fetched : refs).map(({ name, sha }) => ({ name, sha }))
}

/** Makes the clone at `root`, a folder that is there and empty. */
export async function createClone(
  given: string,
  root: string,
  branches: readonly Ref[],
  signal: AbortSignal,
): Promise<void> {
  const objects = await askGit(
    given,
    ['rev-parse', '--path-format=absolute', '--git-path', 'objects'],
    signal,
  )
  await askGit(root, ['init', '--quiet'], signal)
  await appendFile(join(root, '.git/objects/info/alternates'), objects)
  // Whoever evaluates is none of the developers: those of each branch count.
  await askGit(root, ['config', 'user.name', 'Evaluation'], signal)
  await askGit(root, ['config', 'user.email', 'evaluation@localhost'], signal)
  for (const { name, sha } of branches) {
    if (name === checkpointBranch) continue
    await askGit(root, ['update-ref', `refs/remotes/origin/${name}`, sha], signal)
  }
}

/** Checks `tip` out as the branch `name`, and no other; without a name the head is detached. */
export async function checkOut(
  root: string,
  name: string | null,
  tip: string,
  signal: AbortSignal,
): Promise<void> {
  await askGit(root, ['checkout', '--quiet', '--force', '--detach', tip], signal)
  const old = await askGit(root, ['for-each-ref', '--format=%(refname)', 'refs/heads/'], signal)
  for (const ref of old.split('\n').filter(Boolean)) await askGit(root, ['update-ref', '-d', ref], signal)
  if (name === null) return
  await askGit(root, ['update-ref', `refs/heads/${name}`, tip], signal)
  await askGit(root, ['symbolic-ref', 'HEAD', `refs/heads/${name}`], signal)
}
