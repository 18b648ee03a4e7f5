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

/** A branch's name in a text, and where it starts. */
export interface NamedBranch {
  name: string
  start: number
}

// What Git and GitHub write when they merge into a branch, and CodeRabbit when it adds docstrings to one.
const subjects = [
  /^Merge (?:(?:(?:remote-tracking )?branch )?.{1,200} into ([\w./-]{3,200})|pull request #\d+ from [\w.-]+\/([\w./-]{3,200}))/,
  /^(?:📝 )?Add docstrings to `([\w./-]{3,200})`/u,
]

/** The pull request's own branch, where the subject of `message` names it, or null. */
export function readBranchInSubject(message: string): NamedBranch | null {
  const [subject = ''] = message.split('\n', 1)
  for (const pattern of subjects) {
    const found = pattern.exec(subject)
    const name = found?.[1] ?? found?.[2]
    if (found && name) return { name, start: found[0].lastIndexOf(name) }
  }
  return null
}

/** GitHub makes a title of a branch's name where nobody writes one: `cursor/fix-it-8f98` gives `Cursor/fix it 8f98`. */
export function readBranchInTitle(title: string): NamedBranch | null {
  const start = title.length - title.trimStart().length
  return /^[A-Z][a-z]+\/[a-z\d]/.test(title.slice(start))
    ? { name: title.slice(start).trimEnd(), start }
    : null
}
