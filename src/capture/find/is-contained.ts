// Whether one commit has the whole of another, whatever its message says: a squash may be named after its pull request.

import type { Git } from '../branch/branch.ts'
import { splitAtNul } from '../branch/split-output.ts'

/** Files of the commit that is sought, and later commits that change them. */
const most = { files: 200, commits: 200 }

const raw = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-color', '--no-ext-diff']

/**
 * Whether a commit up to `tip`, committed after `since`, left every file that `sha` changes as that one did. Of merges
 * nothing is known. What it was changed to before, or later, does not count.
 */
export async function isContained(
  git: Git,
  tip: string,
  { sha, since }: { sha: string; since: Date },
): Promise<boolean> {
  const shown = await git(['diff-tree', '-r', '--root', '--no-commit-id', ...raw, sha, '--'])
  const [own = new Map<string, string>()] = readChanges(shown ?? '')
  if (own.size === 0 || own.size > most.files) return false
  const paths = [...own.keys()].map((path) => `:(top,literal)${path}`)
  const log = ['log', `--max-count=${most.commits}`, `--since=${Math.floor(since.getTime() / 1000)}`, ...raw]
  const later = await git([...log, '--format=tformat:commit', '--end-of-options', tip, '--', ...paths])
  return readChanges(later ?? '').some((changes) =>
    [...own].every(([path, state]) => changes.get(path) === state),
  )
}

/** Of each commit the files that it changes, with what they become: mode and blob. */
function readChanges(output: string): Map<string, string>[] {
  const commits: Map<string, string>[] = []
  let current: Map<string, string> | null = null
  const parts = splitAtNul(output)[Symbol.iterator]()
  for (const part of parts) {
    const state = /^\n?:\d{6} (\d{6} )[0-9a-f]+ ([0-9a-f]+) [A-Z]/.exec(part)
    if (!state) {
      current = null
      continue
    }
    if (current === null) {
      current = new Map()
      commits.push(current)
    }
    const { value: path } = parts.next()
    if (path !== undefined) current.set(path, `${state[1]}${state[2]}`)
  }
  return commits
}
