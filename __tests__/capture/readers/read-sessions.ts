// Reads a file with a reader, for tests.

import assert from 'node:assert/strict'
import type { Reader } from '../../../src/capture/readers/reader.ts'
import type { Session } from '../../../src/capture/session/session.ts'

/** The sessions that `reader` finds in `path`. */
export async function readSessions(
  reader: Reader,
  path: string,
  signal = new AbortController().signal,
): Promise<Session[]> {
  const sessions: Session[] = []
  for await (const session of reader.read({ path, bytes: 0, modifiedAt: new Date(0) }, { signal }))
    sessions.push(session)
  return sessions
}

/** The only session in `path`. */
export async function readSession(reader: Reader, path: string): Promise<Session> {
  const [session, ...more] = await readSessions(reader, path)
  assert(session)
  assert.equal(more.length, 0)
  return session
}
