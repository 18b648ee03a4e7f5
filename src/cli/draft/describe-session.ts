// A session in a list: what it is and why it is there. No text of it is shown.

import type { Selected } from '../../capture/find/selected.ts'
import type { SessionEvent } from '../../capture/session/session.ts'
import { redactSecrets } from '../../core/redact/redact-text.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import { cutText } from '../../report/cut-text.ts'

export interface SessionFacts {
  id: string
  tool: string
  version: string | null
  started_at: string | null
  ended_at: string | null
  prompts: number
  /** Calls that went wrong. */
  failures: number
  /** Calls that a human rejected, proposals that one changed, and interruptions. */
  interventions: number
  why: Omit<Selected['why'], 'made'>
}

/** The facts that may be shown, with names from outside made safe. */
export function listFacts({ session, from, why: { made: _, ...why } }: Selected): SessionFacts {
  const count = (isCounted: (event: SessionEvent) => boolean) =>
    session.events.slice(from).filter(isCounted).length
  return {
    id: toName(session.id),
    tool: toName(session.toolName),
    version: session.version === null ? null : toName(session.version),
    started_at: session.startedAt,
    ended_at: session.endedAt,
    prompts: count(({ kind }) => kind === 'prompt'),
    failures: count((event) => event.kind === 'call' && event.status === 'failed'),
    interventions: count(
      (event) =>
        event.kind === 'interruption' ||
        event.kind === 'human_edit' ||
        (event.kind === 'call' && event.status === 'rejected'),
    ),
    why: { ...why, files: why.files.map(toName) },
  }
}

/** Such as `made 2 commits; edited 3 files (a.ts, b.ts, …); ran here, on this branch, at the time of its commits`. */
export function describeReasons({ files, commits, folder, branch, time }: SessionFacts['why']): string {
  const hints = [
    ...(folder ? ['here'] : []),
    ...(branch ? ['on this branch'] : []),
    ...(time ? ['at the time of its commits'] : []),
  ]
  const names = files.slice(0, 3).join(', ')
  const reasons = [
    ...(commits.length > 0 ? [`made ${plural(commits.length, 'commit')}`] : []),
    ...(files.length > 0
      ? [`edited ${plural(files.length, 'file')} (${names}${files.length > 3 ? ', …' : ''})`]
      : []),
    ...(hints.length > 0 ? [`ran ${hints.join(', ')}`] : []),
  ]
  return reasons.length > 0 ? reasons.join('; ') : 'nothing in common with it but that it was named'
}

/** Such as `3 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** One short line without secrets. */
export function toName(text: string): string {
  return cutText(redactSecrets(toSafeText(text).replace(/\s+/g, ' ').trim()), 200)
}
