// Whether a change of a file changes only its form.

import type { FilePatch } from './patch.ts'

/** The same signs but for white space, quotes, commas and semicolons, or the same lines in another order. */
export function isFormatting({ hunks }: FilePatch): boolean {
  const removed = hunks.flatMap((hunk) => hunk.removed)
  const added = hunks.flatMap((hunk) => hunk.added)
  if (removed.length === 0 && added.length === 0) return true
  if (bare(removed) === bare(added)) return true
  return removed.map(bareLine).sort().join('\n') === added.map(bareLine).sort().join('\n')
}

function bare(lines: readonly string[]): string {
  return lines.join('').replace(/[\s,;'"`()]/g, '')
}

function bareLine(line: string): string {
  return bare([line])
}
