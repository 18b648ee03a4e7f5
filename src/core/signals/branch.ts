// Tells which tool named a branch. A branch name alone never counts as use of AI.

import { tools } from '../vocabulary/tools.ts'

let lazyPrefixes: [prefix: string, tool: string][] | null = null

/** The id of the tool whose prefix the head branch has, or null. */
export function readBranch(ref: string | null): string | null {
  if (ref === null) return null
  const name = ref
    .replace(/^refs\/heads\//, '')
    .replace(/^[\w.-]+:/, '')
    .toLowerCase()
  lazyPrefixes ??= tools.flatMap((tool) =>
    (tool.branchPrefixes ?? []).map((prefix): [string, string] => [prefix, tool.id]),
  )
  return lazyPrefixes.find(([prefix]) => name.startsWith(prefix) && name.length > prefix.length)?.[1] ?? null
}

const merge =
  /^Merge (?:(?:(?:remote-tracking )?branch )?.{1,200} into ([\w./-]{3,200})|pull request #\d+ from [\w.-]+\/([\w./-]{3,200}))/

/** The branch a merge commit's subject names as merged into the pull request's own, or null. */
export function readMergedBranch(message: string): { name: string; start: number } | null {
  if (!message.startsWith('Merge ')) return null
  const found = merge.exec(message.split('\n', 1)[0] ?? '')
  const name = found?.[1] ?? found?.[2]
  return found && name ? { name, start: found[0].length - name.length } : null
}
