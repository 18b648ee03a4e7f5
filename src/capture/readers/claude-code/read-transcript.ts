// Reads a transcript of Claude Code, `<session>.jsonl`, with those of its subagents. One conversation is one session,
// resumed or not: rows that a fork or an older version copied from another transcript which is still there belong to
// that one.

import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { type JsonObject, readObject, readString } from '../../../core/json.ts'
import { readRows } from '../../session/read-rows.ts'
import type { Session, SessionEvent } from '../../session/session.ts'
import { SessionBuilder } from '../../session/session-builder.ts'
import type { SessionFile } from '../reader.ts'
import { Conversation } from './conversation.ts'
import { readSubagents } from './read-subagents.ts'
import { knownRows, wantsRow } from './rows.ts'

const sessionName = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.jsonl$/i

/** Whether `head`, the start of the file `name`, is of a transcript. */
export function isTranscript(head: string, name: string): boolean {
  const hasOwnIds = /"(?:parentUuid|leafUuid|sessionId)":/.test(head)
  const isNamed = sessionName.test(name) || /^agent-[\w-]+\.jsonl$/i.test(name)
  const hasRows = /"type":"(?:user|assistant|system|summary|attachment|queue-operation|mode)"/.test(head)
  return hasRows && (isNamed ? hasOwnIds : /"parentUuid":/.test(head) && /"sessionId":/.test(head))
}

/** The session of `file`; null when there is none in it. */
export async function readTranscript(file: SessionFile, signal: AbortSignal): Promise<Session | null> {
  const named = sessionName.exec(basename(file.path))?.[1] ?? null
  const tool = { toolId: 'claude-code', toolName: 'Claude Code', path: file.path }
  const builder = new SessionBuilder(named ?? basename(file.path, '.jsonl'), tool)
  const conversation = new Conversation(builder)
  const others = named === null ? new Set<string>() : await listSiblings(file.path, named)
  const subagents = await readSubagents(file.path, builder, signal)
  let next = 0
  const addSubagents = (until: string | null) => {
    for (
      let event = subagents[next];
      event && (until === null || isBefore(event, until));
      event = subagents[next]
    ) {
      next++
      if (event.kind === 'call') builder.call(event)
      if (event.kind === 'human_edit') builder.humanEdit(event)
    }
  }
  let isNamed = named !== null
  const onProblem = (reason: string, line: number) => builder.problem(reason, line)
  await readRows(file.path, { signal, onProblem, wants: wantsRow }, (row) => {
    const type = readString(row, 'type') ?? 'none'
    const session = readString(row, 'sessionId')
    if (!isNamed && session) {
      builder.id = session.slice(0, 100)
      isNamed = true
    }
    if (!knownRows.has(type)) return builder.skip(type)
    if (!knownRows.get(type) || others.has(readOwner(row) ?? '')) return
    const at = readString(row, 'timestamp')
    if (at !== null) addSubagents(at)
    note(builder, row)
    conversation.take(row)
  })
  conversation.finish()
  addSubagents(null)
  return builder.isEmpty ? null : builder.build()
}

function note(builder: SessionBuilder, row: JsonObject): void {
  builder.note({
    version: readString(row, 'version'),
    folder: readString(row, 'cwd'),
    branch: readString(row, 'gitBranch'),
    at: readString(row, 'timestamp'),
  })
}

function isBefore(event: SessionEvent, time: string): boolean {
  return event.at === null || event.at <= time
}

/** The session that a row was first written for. */
function readOwner(row: JsonObject): string | null {
  return readString(readObject(row, 'forkedFrom'), 'sessionId') ?? readString(row, 'sessionId')
}

/** Ids of the other sessions whose transcripts stand beside `path`. */
async function listSiblings(path: string, own: string): Promise<Set<string>> {
  const names = await readdir(dirname(path)).catch(() => [])
  const ids = names.map((name) => sessionName.exec(name)?.[1])
  return new Set(ids.filter((id) => id !== undefined && id !== own).filter((id) => id !== undefined))
}
