// Turns the rows of one rollout into a session. Sessions of subagents stay sessions of their own, without prompts: those
// come from the AI, and the human's stand in the parent's. Of a forked session the rows copied from its origin are left
// out, as that has them too.

import { type JsonObject, readCount, readObject, readObjects, readString } from '../../../core/json.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { Calls } from './calls.ts'
import { takeEvent } from './events.ts'
import { isTyped, Messages } from './messages.ts'
import { readCall } from './read-call.ts'
import { joinTexts, readOutput } from './read-output.ts'
import type { RolloutParts } from './rollout-parts.ts'

/** Copied rows are written in one go, at most so many milliseconds apart; a human takes longer to type. */
const copyGap = 10

const calledItems = new Set(['function_call', 'custom_tool_call', 'local_shell_call'])
const ignoredItems = new Set([
  'additional_tools',
  'agent_message',
  'compaction',
  'compaction_summary',
  'compaction_trigger',
  'context_compaction',
  'ghost_snapshot',
  'image_generation_call',
  'reasoning',
  'tool_search_call',
  'tool_search_output',
  'web_search_call',
])
const ignoredRows = new Set(['compacted', 'inter_agent_communication', 'token_usage_record', 'world_state'])

export class Rollout implements RolloutParts {
  readonly builder: SessionBuilder
  readonly calls: Calls
  readonly messages: Messages
  isSubagent = false
  private meta: JsonObject | null = null
  /** Time of the last row that was copied from another session; null when none is being copied. */
  private copiedAt: number | null = null
  /** The model that the copied rows end with: older versions tell it again only when it changes. */
  private copiedModel: string | null = null
  private hasModel = false

  constructor(builder: SessionBuilder) {
    this.builder = builder
    this.calls = new Calls(builder)
    this.messages = new Messages(builder)
  }

  take(row: JsonObject): void {
    const at = readString(row, 'timestamp')
    const type = readString(row, 'type')
    const payload = readObject(row, 'payload')
    if (type === 'session_meta' && payload) this.takeMeta(payload, at)
    else if (this.copiedAt !== null && this.isCopy(at)) {
      if (type === 'turn_context') this.copiedModel = readString(payload, 'model') ?? this.copiedModel
    } else if (type === null) this.takeOldMeta(row, at)
    // Rollouts of the first half of 2025 have the items of the conversation as rows.
    else if (!payload) this.takeItem(row, type, null)
    else if (type === 'response_item') this.takeItem(payload, readString(payload, 'type') ?? 'unknown', at)
    else if (type === 'event_msg') takeEvent(this, payload, at)
    else if (type === 'turn_context') {
      const model = readString(payload, 'model')
      this.hasModel ||= model !== null
      this.builder.note({ model, folder: readString(payload, 'cwd'), at })
    } else if (!ignoredRows.has(type)) this.builder.skip(type)
  }

  end(): void {
    this.messages.flush()
    if (!this.hasModel) this.builder.note({ model: this.copiedModel })
  }

  private takeMeta(meta: JsonObject, at: string | null): void {
    if (this.meta !== null && this.meta.id !== meta.id) {
      this.copiedAt = new Date(at ?? '').getTime()
      return
    }
    const isFirst = this.meta === null
    if (isFirst && !/[0-9a-f]{8}-[0-9a-f]{4}-/i.test(this.builder.id))
      this.builder.id = ownId(meta) ?? this.builder.id
    this.meta = meta
    this.isSubagent = isSubagent(meta)
    const branch = readString(readObject(meta, 'git'), 'branch')
    const version = readString(meta, 'cli_version')
    this.builder.note({
      version,
      folder: readString(meta, 'cwd'),
      branch,
      at: readString(meta, 'timestamp') ?? at,
    })
    if (isFirst && isContinued(meta) && !this.isSubagent) this.builder.rewind(null, at)
  }

  private takeOldMeta(row: JsonObject, at: string | null): void {
    const isMeta = readString(row, 'id') !== null && at !== null
    if (isMeta) this.builder.note({ branch: readString(readObject(row, 'git'), 'branch'), at })
    else if (readString(row, 'record_type') === null) this.builder.skip('unknown')
  }

  private isCopy(at: string | null): boolean {
    const time = new Date(at ?? '').getTime()
    const isCopy = this.copiedAt !== null && time - this.copiedAt <= copyGap
    this.copiedAt = isCopy ? time : null
    return isCopy
  }

  private takeItem(item: JsonObject, type: string, at: string | null): void {
    const id = readString(item, 'call_id') ?? readString(item, 'id') ?? ''
    if (type === 'message') this.takeMessage(item, at)
    else if (type.endsWith('_call_output')) this.calls.output(id, readOutput(item))
    else if (calledItems.has(type)) this.takeCall(id, item, at)
    else if (!ignoredItems.has(type)) this.builder.skip(type)
  }

  private takeCall(id: string, item: JsonObject, at: string | null): void {
    this.messages.flush()
    if (item.name !== 'write_stdin') this.calls.begin(id, { ...readCall(item), at })
    else
      this.calls.beginWait(
        id,
        /"session_id":\s*"?(\d{1,20})/.exec(readString(item, 'arguments') ?? '')?.[1] ?? '',
      )
  }

  private takeMessage(item: JsonObject, at: string | null): void {
    const role = readString(item, 'role')
    const text = joinTexts(item, 'content') ?? ''
    if (role === 'assistant') this.messages.answer(text, 'row', at)
    if (role !== 'user') return
    this.builder.note({
      folder: /^<environment_context>[\s\S]{0,500}?<cwd>([^<]{1,1000})<\/cwd>/.exec(text)?.[1] ?? null,
    })
    if (this.isSubagent) return
    const parts = readObjects(item, 'content').map((part) => readString(part, 'text') ?? '')
    this.messages.prompt(parts.filter(isTyped).join('\n'), 'row', at)
  }
}

/** For files that were renamed; as in the name, a part that goes on from an earlier turn has an id of its own. */
function ownId(meta: JsonObject): string | null {
  const id = readString(meta, 'id')?.slice(0, 100)
  if (!id) return null
  const end = isContinued(meta) ? readCount(readObject(meta, 'history_base'), 'end_ordinal_exclusive') : null
  return end === null ? id : `${id}_${end}`
}

/** Whether it goes on from an earlier turn of the same thread: the human took back what came after that. */
function isContinued(meta: JsonObject): boolean {
  return readObject(meta, 'history_base') !== null && readString(meta, 'forked_from_id') === null
}

function isSubagent(meta: JsonObject): boolean {
  return (
    readString(meta, 'parent_thread_id') !== null ||
    readString(meta, 'thread_source') === 'subagent' ||
    readObject(meta, 'source')?.subagent !== undefined
  )
}
