// The bounds of what is kept of one call, whichever reader it comes from. What is kept is copied: a path that was cut
// out of a patch would hold on to the whole patch.

import { copyText, cutEnds, cutStart } from './cut-text.ts'
import type { Call } from './session.ts'

/** In UTF-16 units. */
const longest = { name: 200, command: 4_000, output: 4_000, feedback: 4_000, path: 4_096, sha: 64 }
const most = { paths: 200, commits: 100 }

/** `facts` of a call as far as they are given, cut. Longer paths and SHAs are none. */
export function boundCall<T extends Partial<Call>>(facts: T): T {
  const bound = { ...facts }
  if (bound.name !== undefined) bound.name = copyText(cutStart(bound.name, longest.name))
  if (bound.command) bound.command = copyText(cutStart(bound.command, longest.command))
  if (bound.output) bound.output = copyText(cutEnds(bound.output, longest.output))
  if (bound.feedback) bound.feedback = copyText(cutEnds(bound.feedback, longest.feedback))
  if (bound.paths) bound.paths = cutList(bound.paths, most.paths, longest.path)
  if (bound.commits) bound.commits = cutList(bound.commits, most.commits, longest.sha)
  return bound
}

/** UTF-16 units of the texts of a call, or of what is to become of it. */
export function measureCall({ name, command, output, feedback, paths, commits }: Partial<Call>): number {
  let units = 0
  for (const text of [name, command, output, feedback]) units += text?.length ?? 0
  for (const list of [paths, commits]) for (const text of list ?? []) units += text.length
  return units
}

function cutList(texts: readonly string[], count: number, length: number): string[] {
  return texts
    .filter((text) => text.length <= length)
    .slice(0, count)
    .map(copyText)
}
