// Reads the folder of one task of Cline or Roo Code.

import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isJsonObject, type JsonObject, readObjects, readString } from '../../../core/json.ts'
import { readJsonFile } from '../../session/read-json-file.ts'
import type { Session } from '../../session/session.ts'
import { SessionBuilder } from '../../session/session-builder.ts'
import { MessageReading } from './message-reading.ts'
import { ToolResults } from './tool-results.ts'

/** Oldest versions of Cline used the second name. */
const messageFiles = ['ui_messages.json', 'claude_messages.json']

/** The session in `folder`; null when it holds none. Rejects when its messages cannot be read. */
export async function readTask(
  folder: string,
  tool: { toolId: string; toolName: string },
  signal: AbortSignal,
): Promise<Session | null> {
  const name = await findFile(folder, messageFiles)
  if (name === null) return null
  const builder = new SessionBuilder(basename(folder), { ...tool, path: folder })
  const read = async (file: string): Promise<unknown> => {
    signal.throwIfAborted()
    const { value, problem } = await readJsonFile(join(folder, file))
    if (problem !== null) builder.problem(`${file}: ${problem}`)
    return value
  }
  // What stands beside the messages may be missing, or not be ours to read.
  const readMore = async (file: string): Promise<unknown> => {
    if ((await findFile(folder, [file])) === null) return null
    return read(file).catch(() => {
      signal.throwIfAborted()
      builder.problem(`${file}: cannot be read`)
      return null
    })
  }
  const messages = await read(name)
  const results = new ToolResults(await readMore('api_conversation_history.json'))
  const metadata = await readMore('task_metadata.json')
  if (isJsonObject(metadata)) noteMetadata(builder, metadata)
  const history = await readMore('history_item.json')
  if (isJsonObject(history)) builder.note({ folder: readString(history, 'workspace') })
  for (const folderOf of results.facts.folders) builder.note({ folder: folderOf })
  for (const model of results.facts.models) builder.note({ model })
  const reading = new MessageReading(builder, results)
  for (const message of Array.isArray(messages) ? messages : []) {
    if (isJsonObject(message)) reading.add(message)
    else builder.problem(`${name}: no JSON object`)
  }
  const session = builder.build()
  return builder.isEmpty && session.problems.length === 0 ? null : session
}

function noteMetadata(builder: SessionBuilder, metadata: JsonObject): void {
  for (const use of readObjects(metadata, 'model_usage')) builder.note({ model: readString(use, 'model_id') })
  for (const environment of readObjects(metadata, 'environment_history'))
    builder.note({ version: readString(environment, 'cline_version') })
}

/** The first of `names` that is a file in `folder`; null when none is. Links are not followed. */
export async function findFile(folder: string, names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const stats = await lstat(join(folder, name)).catch(() => null)
    if (stats?.isFile()) return name
  }
  return null
}
