// Reads what `claude -p --output-format stream-json` prints: messages of the Agent SDK, one a line, or the list of
// them that claude-code-action (its main at 58bbf18) writes to `claude-execution-output.json`. The prompt is not among
// them.

import { basename, extname } from 'node:path'
import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'
import { readHead } from '../../session/read-head.ts'
import { readJsonFile } from '../../session/read-json-file.ts'
import { readRows } from '../../session/read-rows.ts'
import type { Session } from '../../session/session.ts'
import { SessionBuilder } from '../../session/session-builder.ts'
import type { SessionFile } from '../reader.ts'
import { Conversation } from './conversation.ts'

/** The types of messages that tell nothing of the work. */
const ignored = new Set([
  'result',
  'stream_event',
  'rate_limit_event',
  'tool_progress',
  'auth_status',
  'keep_alive',
])

/** Whether a file that begins with `head` holds such messages; those of other tools that print like it do not count. */
export function isExecutionOutput(head: string): boolean {
  const start = head.slice(0, 2000)
  return (
    /^\uFEFF?\s*(?:\[\s*)?\{/.test(start) &&
    /"type"\s*:\s*"(?:system|assistant|user)"/.test(start) &&
    /"session_id"\s*:/.test(head) &&
    /"(?:claude_code_version|mcp_servers|parent_tool_use_id)"\s*:/.test(head) &&
    !/"parentUuid"\s*:/.test(start) &&
    !/"qwen_code_version"\s*:/.test(head)
  )
}

/** The session of `file`; null when it holds no such messages, or nothing in them. */
export async function readExecutionOutput(file: SessionFile, signal: AbortSignal): Promise<Session | null> {
  const head = await readHead(file.path)
  if (!isExecutionOutput(head)) return null
  const tool = { toolId: 'claude-code', toolName: 'Claude Code', path: file.path }
  const builder = new SessionBuilder(basename(file.path, extname(file.path)), tool)
  const conversation = new Conversation(builder)
  const take = (message: JsonObject) => takeMessage(message, builder, conversation)
  if (/^\uFEFF?\s*\[/.test(head)) {
    const { value, problem } = await readJsonFile(file.path)
    if (problem !== null) builder.problem(problem)
    if (Array.isArray(value)) for (const message of value) if (isJsonObject(message)) take(message)
  } else {
    const onProblem = (reason: string, line: number) => builder.problem(reason, line)
    await readRows(file.path, { signal, onProblem }, take)
  }
  conversation.finish()
  return builder.isEmpty ? null : builder.build()
}

function takeMessage(message: JsonObject, builder: SessionBuilder, conversation: Conversation): void {
  const type = readString(message, 'type') ?? 'none'
  builder.note({ at: readString(message, 'timestamp') })
  if (type === 'system') {
    if (readString(message, 'subtype') !== 'init') return
    builder.id = (readString(message, 'session_id') ?? builder.id).slice(0, 100)
    const model = readString(message, 'model')
    const folder = readString(message, 'cwd')
    builder.note({ model, folder, version: readString(message, 'claude_code_version') })
  } else if (type === 'assistant' || type === 'user') {
    if (readObject(message, 'message')) conversation.take(message)
  } else if (!ignored.has(type)) builder.skip(type)
}
