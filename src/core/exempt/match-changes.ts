// Whether what a pull request changes is exempt by its paths or its size. A list of files that may not be whole
// never is: what it leaves out could be anything.

import type { ChangedFile, PullRequest } from '../pull-request.ts'
import type { ExemptPolicy } from './exempt-policy.ts'
import { createGlob } from './match-glob.ts'

/** Characters of paths times characters of globs: half a second at most. No real pull request needs nearly as much. */
const mostWork = 25_000_000

/** The globs that cover all changed files, and the old names of renamed ones; null when some file matches none. */
export function matchPaths(pullRequest: PullRequest, globs: readonly string[]): string[] | null {
  if (!hasWholeList(pullRequest) || globs.length === 0) return null
  const paths = pullRequest.files.flatMap(listPaths)
  if (sumLengths(paths) * sumLengths(globs) > mostWork) return null
  const matchers = globs.map((glob) => ({ glob, matches: createGlob(glob) }))
  const used = new Set<string>()
  for (const path of paths) {
    const matcher = matchers.find(({ matches }) => matches(path))
    if (matcher === undefined) return null
    used.add(matcher.glob)
  }
  return globs.filter((glob) => used.has(glob))
}

/** `3 lines in 1 file`, or null when there is more than `size` allows. GitHub counts no lines in binary files. */
export function matchSize(pullRequest: PullRequest, size: ExemptPolicy['size']): string | null {
  const { lines: mostLines, files: mostFiles } = size
  if (!hasWholeList(pullRequest) || (mostLines === undefined && mostFiles === undefined)) return null
  const { files } = pullRequest
  const lines = files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0)
  if (mostLines !== undefined && lines > mostLines) return null
  if (mostFiles !== undefined && files.length > mostFiles) return null
  return `${count(lines, 'line')} in ${count(files.length, 'file')}`
}

/** No files at all means that they could not be read. */
function hasWholeList({ files, filesTruncated }: PullRequest): boolean {
  return files.length > 0 && !filesTruncated
}

function listPaths({ path, previousPath }: ChangedFile): string[] {
  return previousPath === undefined ? [path] : [path, previousPath]
}

function sumLengths(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
