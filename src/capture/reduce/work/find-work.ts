// Which turns of a session are about the branch. One session may serve several branches.

import type { Branch } from '../../branch/branch.ts'
import type { SessionPaths } from '../../paths/session-paths.ts'
import type { Call } from '../../session/session.ts'
import { readCommandKind } from '../failures/command-kind.ts'
import { isCorrective } from '../prompts/is-corrective.ts'
import type { Turn } from './work.ts'

/**
 * From the first turn that touches the branch's files or commits to the last, and before the first the turns in which
 * nothing else was done either: there the work was talked over, or begun in a way that the human took back. After the
 * last, as long as nothing else is done, those to the last in which a check failed or the human stopped something. All turns
 * when none touches the branch: then the format does not say what was edited, and somebody chose the session.
 */
export function findWork(turns: readonly Turn[], branch: Branch, paths: SessionPaths): readonly Turn[] {
  const kinds = turns.map((turn) => classify(turn, branch, paths))
  const first = kinds.indexOf('own')
  if (first === -1) return turns
  let start = first
  while (start > 0) {
    const isOther = kinds[start - 1] === 'other'
    if (isOther && !isUndone(turns[start - 1], turns[start])) break
    start--
  }
  const last = kinds.lastIndexOf('own')
  const other = kinds.indexOf('other', last)
  const after = turns.slice(last + 1, other === -1 ? undefined : other)
  return turns.slice(start, last + 1 + after.findLastIndex(wentWrong) + 1)
}

function wentWrong({ steps }: Turn): boolean {
  return steps.some(({ event }) => {
    if (event.kind === 'interruption' || event.kind === 'rewind') return true
    if (event.kind !== 'call' || event.status !== 'failed')
      return event.kind === 'call' && event.status === 'rejected'
    return event.command !== null && readCommandKind(event.command).purpose === 'check'
  })
}

function classify(turn: Turn, branch: Branch, paths: SessionPaths): 'own' | 'other' | 'none' {
  let isOther = false
  for (const { event } of turn.steps) {
    if (event.kind === 'human_edit' && paths.find(event.path) !== null) return 'own'
    if (event.kind !== 'call') continue
    // A proposal that was not let through says what the turn was about as well.
    if (event.paths.some((path) => paths.find(path) !== null)) return 'own'
    if (event.commits.some((commit) => isOf(branch, commit))) return 'own'
    if (event.commits.length > 0 || didEdit(event, paths)) isOther = true
  }
  return isOther ? 'other' : 'none'
}

function isOf(branch: Branch, commit: string): boolean {
  return commit.length >= 7 && branch.commits.some(({ sha }) => sha.startsWith(commit.toLowerCase()))
}

function didEdit(call: Call, paths: SessionPaths): boolean {
  return (
    (call.status === 'ok' || call.status === 'unknown') && call.paths.some((path) => paths.isInside(path))
  )
}

function isUndone(turn: Turn | undefined, next: Turn | undefined): boolean {
  if (!turn || turn.isTakenBack) return true
  const committed = turn.steps.some(({ event }) => event.kind === 'call' && event.commits.length > 0)
  return !committed && next?.prompt !== null && next !== undefined && isCorrective(next.prompt.event.text)
}
