// Tells of sessions by their tools, numbers and places. Nothing that stands in them is said.

import type { Session } from '../../capture/session/session.ts'
import type { Candidate } from './candidate.ts'
import type { SelectedSessions } from './select-sessions.ts'

const places: Readonly<Record<Candidate['place'], string>> = {
  temporary: 'the temporary folder',
  home: 'the home folder',
  workspace: 'the workspace',
  named: 'the input `transcripts`',
}

/** For the log, such as `Transcripts: 2 sessions behind the pull request: Claude Code (the home folder) 2`. */
export function describeSessions({ selected, sourceOf }: SelectedSessions, files: number): string {
  const looked = `${files} ${files === 1 ? 'file' : 'files'}`
  if (selected.length === 0) return `Transcripts: no session in ${looked} is behind the pull request`
  const counts = new Map<string, number>()
  for (const { session } of selected) {
    const source = sourceOf(session)
    const name = source ? `${source.reader.name} (${places[source.place]})` : 'another tool'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const list = [...counts].map(([name, count]) => `${name} ${count}`).join(', ')
  const what = selected.length === 1 ? '1 session' : `${selected.length} sessions`
  return `Transcripts: ${what} in ${looked} behind the pull request: ${list}`
}

/** What was broken in `sessions`, in a sentence; null for nothing. Reasons are our words. */
export function describeProblems(sessions: readonly Session[]): string | null {
  const counts = new Map<string, number>()
  for (const { reason, count } of sessions.flatMap(({ problems }) => problems))
    counts.set(reason, (counts.get(reason) ?? 0) + count)
  if (counts.size === 0) return null
  const list = [...counts].slice(0, 5).map(([reason, count]) => `${reason} ${count}×`)
  return `Places in transcripts that are broken were skipped: ${list.join(', ')}.`
}
