// A session as opencode keeps it, in whichever place, and what becomes of it.

import { type JsonObject, readString } from '../../../core/json.ts'
import type { Session } from '../../session/session.ts'
import { SessionBuilder } from '../../session/session-builder.ts'
import { addMessage, type StoredMessage } from './add-message.ts'
import { toIso } from './read-time.ts'

export interface StoredSession {
  id: string
  /** Folder it ran in. */
  directory: string | null
  version: string | null
  /** Milliseconds since 1970. */
  createdAt: unknown
  updatedAt: unknown
  /** `{messageID, partID?}`: from there the human took all back. */
  revert: JsonObject | null
}

/** The session of `messages`, which stand in order; null when there is nothing in it. `problems` are about the whole. */
export function buildSession(
  stored: StoredSession,
  messages: Iterable<StoredMessage>,
  path: string,
  problems: ReadonlyMap<string, number>,
): Session | null {
  const builder = new SessionBuilder(stored.id, { toolId: 'opencode', toolName: 'OpenCode', path })
  builder.note({ version: stored.version, folder: stored.directory, at: toIso(stored.createdAt) })
  builder.note({ at: toIso(stored.updatedAt) })
  const revertedFrom = readString(stored.revert, 'messageID')
  let taken = 0
  for (const message of messages) {
    const isPrompt = addMessage(builder, message)
    // Ids grow with time. From a part on, the prompt of its message stays.
    const isTaken =
      revertedFrom !== null &&
      (message.id > revertedFrom || (message.id === revertedFrom && !readString(stored.revert, 'partID')))
    if (isPrompt && isTaken) taken++
  }
  if (revertedFrom !== null) builder.rewind(taken, null)
  for (const [reason, count] of problems) for (let at = 0; at < count; at++) builder.problem(reason)
  return builder.isEmpty && problems.size === 0 ? null : builder.build()
}
