// The commits that the branch began with: whoever made one did other work before.

import type { Git } from '../branch/branch.ts'

/** Of the base, newest first. */
const most = 5_000
/** How much of a SHA every abbreviation has. */
const key = 7

export interface LandedCommits {
  /** Whether `sha`, of seven digits at least, begins one of them. */
  has(sha: string): Promise<boolean>
}

/** Those up to `mergeBase`; none when it is null. Asks `git` once, when it is first needed. */
export function createLandedCommits(git: Git, mergeBase: string | null): LandedCommits {
  let loading: Promise<Map<string, string[]>> | null = null
  return {
    async has(sha) {
      if (mergeBase === null || sha.length < key) return false
      loading ??= load(git, mergeBase)
      return (await loading).get(sha.slice(0, key))?.some((full) => full.startsWith(sha)) === true
    },
  }
}

async function load(git: Git, mergeBase: string): Promise<Map<string, string[]>> {
  const output = await git(['rev-list', `--max-count=${most}`, '--end-of-options', mergeBase, '--'])
  const found = new Map<string, string[]>()
  for (const sha of (output ?? '').split('\n')) {
    if (sha === '') continue
    const same = found.get(sha.slice(0, key))
    if (same) same.push(sha)
    else found.set(sha.slice(0, key), [sha])
  }
  return found
}
