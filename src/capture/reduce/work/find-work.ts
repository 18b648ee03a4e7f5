// Which turns of a session are about the branch. One session may serve several branches.

import type { Branch } from '../../branch/branch.ts'
import type { SessionPaths } from '../../paths/session-paths.ts'
import type { Call, SessionEvent } from '../../session/session.ts'
import { readCommandKind } from '../failures/command-kind.ts'
import { isCorrective } from '../prompts/is-corrective.ts'
import type { Turn, Work } from './work.ts'

/** Stands where turns are left out, so that nothing before is taken to go on behind. */
const gap: Turn = { prompt: null, steps: [], isTakenBack: false }

/**
 * From the first turn that touches the branch's files or commits to the last, and before the first the turns in which
 * nothing else was done either: there the work was talked over, or begun in a way that the human took back. After the
 * last, as long as nothing else is done, those to the last in which a check failed or the human stopped something. Where
 * something else was committed between two of its turns, the work ends and begins anew in the same way. All turns when none
 * touches the branch: then the format does not say what was edited, and somebody chose the session.
 */
export function findWork(
  { turns, selected }: Pick<Work, 'turns' | 'selected'>,
  branch: Branch,
  paths: SessionPaths,
): readonly Turn[] {
  const made = new Set(selected.why.made)
  const kinds = turns.map((turn) => classify(turn, branch, made, selected.taken ?? new Set(), paths))
  const own = kinds.flatMap((kind, at) => (kind === 'own' ? [at] : []))
  const found: Turn[] = []
  let end = 0
  for (const [index, at] of own.entries()) {
    const previous = own[index - 1]
    if (previous === undefined || kinds.slice(previous, at).includes('foreign')) {
      const start = findStart(at, turns, kinds)
      if (previous !== undefined) {
        found.push(...turns.slice(end, Math.min(start, findEnd(previous, at, turns, kinds))), gap)
      }
      end = start
    }
    found.push(...turns.slice(end, at + 1))
    end = at + 1
  }
  const last = own.at(-1)
  if (last === undefined) return turns
  return [...found, ...turns.slice(end, findEnd(last, turns.length, turns, kinds))]
}

type Kind = 'own' | 'other' | 'foreign' | 'none'

/** Where the work begins that leads to the turn `at`. */
function findStart(at: number, turns: readonly Turn[], kinds: readonly Kind[]): number {
  let start = at
  while (start > 0) {
    const kind = kinds[start - 1]
    const isUndone = kind === 'other' && isCorrected(turns[start])
    if (kind !== 'none' && !isUndone && !turns[start - 1]?.isTakenBack) break
    start--
  }
  return start
}

/** Behind the last turn that tells how the work of the turn `at` ended; looks at those before `limit`. */
function findEnd(at: number, limit: number, turns: readonly Turn[], kinds: readonly Kind[]): number {
  const other = kinds.findIndex((kind, index) => index > at && kind !== 'none')
  const after = turns.slice(at + 1, other === -1 ? limit : Math.min(other, limit))
  return at + 1 + after.findLastIndex(wentWrong) + 1
}

function wentWrong({ steps }: Turn): boolean {
  return steps.some(({ event }) => {
    if (event.kind === 'interruption' || event.kind === 'rewind') return true
    if (event.kind !== 'call' || event.status !== 'failed')
      return event.kind === 'call' && event.status === 'rejected'
    return event.command !== null && readCommandKind(event.command).purpose === 'check'
  })
}

/** `foreign`: what it did was committed, and not to the branch. */
function classify(
  turn: Turn,
  branch: Branch,
  made: ReadonlySet<string>,
  taken: ReadonlySet<SessionEvent>,
  paths: SessionPaths,
): Kind {
  let kind: Kind = 'none'
  for (const { event } of turn.steps) {
    if (taken.has(event)) {
      kind = 'foreign'
      continue
    }
    if (event.kind === 'human_edit' && paths.find(event.path) !== null) return 'own'
    if (event.kind !== 'call') continue
    // A proposal that was not let through says what the turn was about as well.
    if (event.paths.some((path) => paths.find(path) !== null)) return 'own'
    if (event.commits.some((commit) => made.has(commit.toLowerCase()) || isOf(branch, commit))) return 'own'
    if (event.commits.length > 0) kind = 'foreign'
    else if (kind === 'none' && didEdit(event, paths)) kind = 'other'
  }
  return kind
}

function isOf(branch: Branch, commit: string): boolean {
  return commit.length >= 7 && branch.commits.some(({ sha }) => sha.startsWith(commit.toLowerCase()))
}

function didEdit(call: Call, paths: SessionPaths): boolean {
  return (
    (call.status === 'ok' || call.status === 'unknown') && call.paths.some((path) => paths.isInside(path))
  )
}

/** Whether `next` steers against what was done before it. */
function isCorrected(next: Turn | undefined): boolean {
  return next !== undefined && next.prompt !== null && isCorrective(next.prompt.event.text)
}
