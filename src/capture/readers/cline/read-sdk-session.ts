// Reads a session of Cline's command line and of its newer extension: `<id>.messages.json`, version 1 of its contract,
// with `<id>.json` and the messages of its sub-agents, `agent_<id>.messages.json`, beside it.

import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import { readJsonFile } from '../../session/read-json-file.ts'
import type { Session, SessionEvent } from '../../session/session.ts'
import { SessionBuilder } from '../../session/session-builder.ts'
import { findFile } from './read-task.ts'
import { readMessageTime, SdkMessages } from './sdk-messages.ts'

const mostSubagents = 500

/** The session in `folder`; null when it holds none. */
export async function readSdkSession(folder: string, signal: AbortSignal): Promise<Session | null> {
  const id = basename(folder)
  const name = await findFile(folder, [`${id}.messages.json`])
  if (name === null) return null
  const builder = new SessionBuilder(id, { toolId: 'cline', toolName: 'Cline', path: folder })
  const manifest = await findFile(folder, [`${id}.json`])
  if (manifest !== null) {
    // It only adds folders and times: the messages count without it.
    const read = await readJsonFile(join(folder, manifest)).catch(() => null)
    noteManifest(builder, read?.value)
  }
  const subagents = await readSubagents(folder, builder, signal)
  signal.throwIfAborted()
  const { value, problem } = await readJsonFile(join(folder, name))
  if (problem !== null) builder.problem(problem)
  const file = isJsonObject(value) ? value : null
  builder.note({ version: readString(readObject(file, 'origin'), 'version') })
  const messages = new SdkMessages(builder, (readString(file, 'agent') ?? 'lead') === 'lead')
  for (const message of readObjects(file, 'messages')) {
    addUntil(builder, subagents, readMessageTime(message))
    messages.take(message)
  }
  addUntil(builder, subagents, '\uffff')
  const session = builder.build()
  return builder.isEmpty && session.problems.length === 0 ? null : session
}

function noteManifest(builder: SessionBuilder, manifest: unknown): void {
  if (!isJsonObject(manifest)) return
  builder.note({ folder: readString(manifest, 'cwd'), at: readString(manifest, 'started_at') })
  builder.note({ folder: readString(manifest, 'workspace_root'), at: readString(manifest, 'ended_at') })
  builder.note({ branch: readString(readObject(readObject(manifest, 'metadata'), 'git'), 'branch') })
}

/** What the sub-agents did, in order of time. Models and problems go to `parent`. */
async function readSubagents(
  folder: string,
  parent: SessionBuilder,
  signal: AbortSignal,
): Promise<SessionEvent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile() && /^agent_\w{1,100}\.messages\.json$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
  if (names.length > mostSubagents) parent.problem(`more than ${mostSubagents} sub-agents`)
  const builder = new SessionBuilder('', { toolId: null, toolName: '', path: folder })
  for (const name of names.slice(0, mostSubagents)) {
    signal.throwIfAborted()
    const read = await readJsonFile(join(folder, name)).catch(() => null)
    if (read === null || read.problem !== null)
      parent.problem(`${read?.problem ?? 'cannot be read'}, of a sub-agent`)
    const messages = new SdkMessages(builder, false)
    for (const message of readObjects(toObject(read?.value), 'messages')) messages.take(message)
  }
  const { events, models } = builder.build()
  for (const model of models) parent.note({ model })
  return events.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '', 'en'))
}

function toObject(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null
}

/** Moves the calls before `until` from `events` to `builder`. */
function addUntil(builder: SessionBuilder, events: SessionEvent[], until: string | null): void {
  if (until === null) return
  const end = events.findIndex(({ at }) => (at ?? '') >= until)
  for (const event of events.splice(0, end < 0 ? events.length : end))
    if (event.kind === 'call') builder.call(event)
}
