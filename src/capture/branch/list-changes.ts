// Files that the working tree changes and no commit holds yet. Filters, which a repository's configuration may make any
// program, are not run.

import type { Git } from './branch.ts'
import { splitAtNul } from './split-output.ts'

/** Paths from the top folder that differ between `commit` (null before the first) and the working tree; new files last. Null when Git does not say. */
export async function listChanges(git: Git, commit: string | null): Promise<string[] | null> {
  const [changed, untracked] = await Promise.all([
    commit === null ? git(['ls-files', '-z']) : listChanged(git, commit),
    git(['ls-files', '-z', '--others', '--exclude-standard']),
  ])
  if (changed === null && untracked === null) return null
  // Another repository within this one, such as a worktree, ends with `/`.
  const added = splitAtNul(untracked ?? '').filter((path) => !path.endsWith('/'))
  return [...new Set([...splitAtNul(changed ?? ''), ...added])]
}

async function listChanged(git: Git, commit: string): Promise<string | null> {
  const options = ['--name-only', '--no-renames', '-z', '--ignore-submodules=dirty', '--end-of-options']
  const settings = await switchOffFilters(git)
  // `diff` compares what files hold, through filters; `diff-index` trusts their times and sizes.
  return settings === null
    ? git(['diff-index', ...options, commit, '--'])
    : git([...settings, 'diff', '--no-ext-diff', '--no-textconv', '--no-color', ...options, commit, '--'])
}

/** Settings under which `git diff` runs no filter; null when one has a name that cannot be set so. */
async function switchOffFilters(git: Git): Promise<string[] | null> {
  const output = await git(['config', '-z', '--name-only', '--get-regexp', '^filter\\.'])
  const names = new Set(
    splitAtNul(output ?? '').map((key) => key.slice('filter.'.length, key.lastIndexOf('.'))),
  )
  if ([...names].some((name) => !/^[\w.+-]{1,100}$/.test(name)) || names.size > 50) return null
  return [...names].flatMap((name) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((end) => ['-c', `filter.${name}.${end}`]),
  )
}
