// Reads a fixture with a reader, as a plain object to compare.

import { statSync } from 'node:fs'
import type { Reader } from '../../src/capture/readers/reader.ts'
import type { Session } from '../../src/capture/session/session.ts'

export async function readSessionFile(reader: Reader, path: string): Promise<Session[]> {
  const stats = statSync(path)
  const file = { path, bytes: stats.isFile() ? stats.size : 0, modifiedAt: stats.mtime }
  const sessions: Session[] = []
  for await (const session of reader.read(file, { signal: new AbortController().signal }))
    sessions.push(session)
  return sessions
}

/** All that `session` says: without its path, and without fields that are null, false or empty. */
export function tell(session: Session): unknown {
  const { path: _path, skipped, ...rest } = session
  return JSON.parse(
    JSON.stringify({ ...rest, skipped: Object.fromEntries(skipped) }, (_key, value: unknown) => {
      const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
      return value === null || value === false || isEmpty ? undefined : value
    }),
  )
}
