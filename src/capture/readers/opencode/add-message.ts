// One message of opencode with its parts, as events.

import { type JsonObject, readBoolean, readObject, readString } from '../../../core/json.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { readTime } from './read-time.ts'
import { readTool } from './read-tool.ts'

export interface StoredMessage {
  id: string
  data: JsonObject
  parts: readonly JsonObject[]
  /** Whether it belongs to a sub-agent: what is asked there, the AI asks. */
  isChild: boolean
}

/** Parts that say nothing that a draft needs. */
const silent = new Set([
  'reasoning',
  'step-start',
  'step-finish',
  'snapshot',
  'patch',
  'file',
  'agent',
  'subtask',
  'retry',
  'compaction',
])

/** Adds `message`; true when it is a prompt of the human. */
export function addMessage(builder: SessionBuilder, message: StoredMessage): boolean {
  const { data } = message
  const at = readTime(data, 'created')
  const role = readString(data, 'role')
  if (role === 'user') return !message.isChild && addPrompt(builder, message.parts, at)
  if (role !== 'assistant') {
    builder.skip(`message.${role ?? 'none'}`)
    return false
  }
  builder.note({
    model: readString(data, 'modelID'),
    folder: readString(readObject(data, 'path'), 'cwd'),
    at,
  })
  // A summary of what was said before, which the tool asked for.
  if (readBoolean(data, 'summary') === true) return false
  for (const part of message.parts) addPart(builder, part, at, message.isChild)
  const error = readString(readObject(data, 'error'), 'name')
  if (error === 'MessageAbortedError' && !message.isChild)
    builder.interruption(readTime(data, 'completed') ?? at)
  return false
}

function addPrompt(builder: SessionBuilder, parts: readonly JsonObject[], at: string | null): boolean {
  const texts = parts
    .filter((part) => readString(part, 'type') === 'text')
    .filter((part) => readBoolean(part, 'synthetic') !== true && readBoolean(part, 'ignored') !== true)
    .map((part) => readString(part, 'text') ?? '')
    .filter((text) => text.trim() !== '')
  if (texts.length === 0) return false
  builder.prompt(texts.join('\n'), at)
  return true
}

function addPart(builder: SessionBuilder, part: JsonObject, at: string | null, isChild: boolean): void {
  const type = readString(part, 'type')
  if (type === 'text') {
    if (!isChild && readBoolean(part, 'synthetic') !== true)
      builder.answer(readString(part, 'text') ?? '', at)
  } else if (type === 'tool') {
    const call = readTool(part, at)
    if (call) builder.call(call)
  } else if (!silent.has(type ?? '')) builder.skip(`part.${type ?? 'none'}`)
}
