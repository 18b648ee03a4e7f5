// Commits that a rebase or an amendment has left behind. They stay in a repository, and in its reflogs, for weeks.

import type { BranchCommit, Git } from '../branch/branch.ts'
import { splitAtNul } from '../branch/split-output.ts'

/** Entries of reflogs that are looked at. */
const most = 10_000
/** How much of a SHA every abbreviation has. */
const key = 7

export type FormerCommit = Pick<BranchCommit, 'sha' | 'authoredAt'> & { email: string; subject: string }

export interface FormerCommits {
  /** The commit that `sha`, of seven digits at least, begins; undefined when the reflogs do not have it. */
  find(sha: string): Promise<FormerCommit | undefined>
}

/** Asks `git` once, when it is first needed. */
export function createFormerCommits(git: Git): FormerCommits {
  let loading: Promise<Map<string, FormerCommit[]>> | null = null
  return {
    async find(sha) {
      loading ??= load(git)
      return (await loading).get(sha.slice(0, key))?.find((known) => known.sha.startsWith(sha))
    },
  }
}

async function load(git: Git): Promise<Map<string, FormerCommit[]>> {
  const format = '--format=tformat:%H%x00%aI%x00%ae%x00%s%x00'
  const plain = ['--no-patch', '--no-color', '--no-decorate', '--no-show-signature', '--no-mailmap']
  const options = ['--no-walk=unsorted', '--reflog', `--max-count=${most}`, '--encoding=UTF-8']
  const tokens = splitAtNul((await git(['log', ...options, ...plain, format, '--'])) ?? '')
  const found = new Map<string, FormerCommit[]>()
  for (let index = 0; index + 4 <= tokens.length; index += 4) {
    const [id = '', authored = '', email = '', subject = ''] = tokens.slice(index, index + 4)
    const sha = id.replace(/^\n/, '')
    const at = new Date(authored)
    const authoredAt = Number.isNaN(at.getTime()) ? null : at.toISOString()
    const same = found.get(sha.slice(0, key)) ?? []
    same.push({ sha, authoredAt, email, subject })
    found.set(sha.slice(0, key), same)
  }
  return found
}
