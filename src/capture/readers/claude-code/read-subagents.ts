// Reads what the subagents of a session did: their transcripts stand in `<session>/subagents/`, beside the session's
// own. Their calls belong to the session; what they were asked and what they answered is talk between AIs. Version 2.0
// kept them as `agent-<id>.jsonl` beside all sessions: those are not looked for.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readBoolean, readString } from '../../../core/json.ts'
import { readRows } from '../../session/read-rows.ts'
import type { SessionEvent } from '../../session/session.ts'
import { SessionBuilder } from '../../session/session-builder.ts'
import { Conversation } from './conversation.ts'
import { wantsRow } from './rows.ts'

const mostSubagents = 500

/** The events of the subagents of the transcript `path`, in order of time. Models and problems go to `parent`. */
export async function readSubagents(
  path: string,
  parent: SessionBuilder,
  signal: AbortSignal,
): Promise<readonly SessionEvent[]> {
  const folder = join(path.replace(/\.jsonl$/i, ''), 'subagents')
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile() && /^agent-[\w-]{1,100}\.jsonl$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
  if (names.length > mostSubagents) parent.problem(`more than ${mostSubagents} subagents`)
  const builder = new SessionBuilder('', { toolId: null, toolName: '', path: folder })
  const conversation = new Conversation(builder)
  for (const name of names.slice(0, mostSubagents)) {
    const onProblem = (reason: string) => parent.problem(`${reason}, of a subagent`)
    await readRows(join(folder, name), { signal, onProblem, wants: wantsRow }, (row) => {
      const type = readString(row, 'type')
      const isOwn = readBoolean(row, 'isSidechain') === true
      if (isOwn && (type === 'user' || type === 'assistant')) conversation.take(row)
    }).catch((error: unknown) => {
      signal.throwIfAborted()
      if (!(error instanceof Error)) throw error
      parent.problem('a subagent cannot be read')
    })
  }
  const { events, models } = builder.build()
  for (const model of models) parent.note({ model })
  return events.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '', 'en'))
}
