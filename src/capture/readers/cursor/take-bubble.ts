// Takes one bubble of a chat of the Cursor IDE into a session builder: a message, or a call with its result.

import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'
import { findCommits } from '../../session/find-commits.ts'
import type { CallStatus } from '../../session/session.ts'
import { type SessionBuilder, toTime } from '../../session/session-builder.ts'
import { readUri } from '../vscode-chat/read-uri.ts'
import { describeCall, readQuery } from './describe-call.ts'

/** Of the bubble's `type`. */
const user = 1
const assistant = 2

export function takeBubble(bubble: JsonObject, builder: SessionBuilder): void {
  const at = readTime(bubble.createdAt) ?? readTime(readObject(bubble, 'timingInfo')?.clientRpcSendTime)
  const model = readString(readObject(bubble, 'modelInfo'), 'modelName')
  builder.note({ model: model === 'default' ? null : model, at })
  if (Array.isArray(bubble.workspaceUris)) {
    for (const uri of bubble.workspaceUris) builder.note({ folder: readUri(uri) })
  }
  const text = readString(bubble, 'text') ?? ''
  if (bubble.type === user) builder.prompt(readQuery(text), at)
  if (bubble.type !== assistant) return
  builder.answer(text, at)
  const tool = readObject(bubble, 'toolFormerData')
  const name = readString(tool, 'name')
  if (tool && name !== null) takeCall(name, tool, at, builder)
}

/** ISO 8601 of what the IDE writes, text or milliseconds; null for what is no time. */
export function readTime(at: unknown): string | null {
  if (typeof at === 'string') return toTime(at)
  return typeof at === 'number' && at > 0 && at < 253_402_300_800_000 ? new Date(at).toISOString() : null
}

function takeCall(name: string, tool: JsonObject, at: string | null, builder: SessionBuilder): void {
  const result = readJson(tool.result)
  const error = readJson(tool.error)
  const code = result?.exitCodeV2 ?? result?.exitCode
  const exitCode = typeof code === 'number' && Number.isSafeInteger(code) ? code : null
  const message =
    readString(error, 'modelVisibleErrorMessage') ||
    readString(error, 'clientVisibleErrorMessage') ||
    (typeof tool.error === 'string' ? tool.error : null)
  const output = message ?? readString(result, 'output')
  const call = describeCall(name, [readJson(tool.params), readJson(tool.rawArgs)])
  const status = readStatus(tool, result, message, exitCode)
  const isQuiet = call.action === 'read' || call.action === 'search'
  if (isQuiet && (status === 'ok' || status === 'unknown')) return
  builder.call({
    ...call,
    at,
    status,
    exitCode,
    output: status === 'ok' || status === 'rejected' ? null : output,
    commits: status === 'ok' ? findCommits(call.command ?? null, output) : [],
  })
}

function readStatus(
  tool: JsonObject,
  result: JsonObject | null,
  message: string | null,
  exitCode: number | null,
): CallStatus {
  if (message !== null && /rejected by a hook|REJECTED_BY_HOOK/.test(message)) return 'denied'
  if (tool.userDecision === 'rejected' || result?.rejected === true) return 'rejected'
  if (tool.status === 'cancelled' || result?.notInterrupted === false) return 'interrupted'
  if (tool.status === 'error' || message !== null || (exitCode !== null && exitCode !== 0)) return 'failed'
  return tool.status === 'completed' ? 'ok' : 'unknown'
}

/** Arguments and results are JSON in texts, sometimes objects. */
function readJson(value: unknown): JsonObject | null {
  if (isJsonObject(value)) return value
  if (typeof value !== 'string' || !value.startsWith('{')) return null
  try {
    const parsed: unknown = JSON.parse(value)
    return isJsonObject(parsed) ? parsed : null
  } catch {
    return null
  }
}
