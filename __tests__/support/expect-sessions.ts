// Compares sessions with what a fixture says they are. `UPDATE=1` writes it anew: check every line of the difference.

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Session } from '../../src/capture/session/session.ts'
import { tell } from './read-session-file.ts'

/** `path` is the file with what is expected; `hide` is replaced by `…`, for places that differ by machine. */
export function expectSessions(sessions: readonly Session[], path: string, hide = '\0'): void {
  const told: unknown = JSON.parse(JSON.stringify(sessions.map(tell)).replaceAll(hide, '…'))
  if (process.env.UPDATE === '1') writeFileSync(path, `${JSON.stringify(told, null, 2)}\n`)
  assert.ok(existsSync(path), `${path} is missing`)
  assert.deepEqual(told, JSON.parse(readFileSync(path, 'utf8')))
}
