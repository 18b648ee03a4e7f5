// Reads rollouts for the tests, and tells their events in lines.

import assert from 'node:assert/strict'
import { codexCli } from '../../../../src/capture/readers/codex-cli.ts'
import type { Session, SessionEvent } from '../../../../src/capture/session/session.ts'

/** What there is to say of an event, in a line. */
export function tell(event: SessionEvent): string {
  if (event.kind === 'prompt' || event.kind === 'answer') return `${event.kind}: ${event.text}`
  if (event.kind === 'rewind') return `rewind: ${event.prompts}`
  if (event.kind !== 'call') return event.kind
  const what = event.command ?? event.paths.join(' ')
  const rest = [event.exitCode, event.output, event.commits.join(' ')].filter(
    (part) => part !== null && part !== '',
  )
  return [`${event.action} ${event.name} ${event.status}: ${what}`, ...rest].join(' | ')
}

/** The sessions of a rollout. */
export async function readAll(path: string): Promise<Session[]> {
  const sessions: Session[] = []
  const file = { path, bytes: 0, modifiedAt: new Date(0) }
  for await (const session of codexCli.read(file, { signal: new AbortController().signal }))
    sessions.push(session)
  return sessions
}

/** The only session of a rollout. */
export async function read(path: string): Promise<Session> {
  const [session, ...others] = await readAll(path)
  assert.ok(session)
  assert.deepEqual(others, [])
  return session
}
