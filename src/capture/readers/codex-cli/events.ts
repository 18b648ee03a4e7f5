// Takes the events of a rollout: what Codex shows to the human. In newer versions most are completed items.

import { type JsonObject, readCount, readObject, readString } from '../../../core/json.ts'
import type { Action } from '../../session/session.ts'
import { endCommand, endMcp, endPatch } from './ends.ts'
import type { Shape } from './messages.ts'
import { joinTexts } from './read-output.ts'
import type { RolloutParts } from './rollout-parts.ts'

const ignoredEvents = new Set([
  'agent_reasoning',
  'agent_reasoning_raw_content',
  'agent_reasoning_section_break',
  'context_compacted',
  'entered_review_mode',
  'exited_review_mode',
  'image_generation_end',
  'sub_agent_activity',
  'task_complete',
  'task_started',
  'thread_goal_updated',
  'thread_name_updated',
  'token_count',
  'turn_complete',
  'turn_started',
  'view_image_tool_call',
  'web_search_end',
])
const ignoredItems = new Set([
  'ContextCompaction',
  'HookPrompt',
  'ImageGeneration',
  'ImageView',
  'Plan',
  'Reasoning',
  'Sleep',
  'SubAgentActivity',
  'WebSearch',
])

type Take = (rollout: RolloutParts, row: JsonObject, at: string | null) => void

const events = new Map<string, Take>([
  [
    'agent_message',
    ({ messages }, row, at) => messages.answer(readString(row, 'message') ?? '', 'event', at),
  ],
  ['error', takeError],
  ['exec_command_end', (rollout, row, at) => endCommand(rollout, readString(row, 'call_id') ?? '', row, at)],
  ['item_completed', takeItem],
  ['mcp_tool_call_end', takeMcpEnd],
  ['patch_apply_end', (rollout, row, at) => endPatch(rollout, readString(row, 'call_id') ?? '', row, at)],
  ['thread_rolled_back', ({ builder }, row, at) => builder.rewind(readCount(row, 'num_turns'), at)],
  ['thread_settings_applied', takeSettings],
  ['turn_aborted', takeAbort],
  ['user_message', (rollout, row, at) => takePrompt(rollout, readString(row, 'message'), 'event', at)],
])
const items = new Map<string, Take>([
  ['AgentMessage', ({ messages }, row, at) => messages.answer(joinTexts(row, 'content') ?? '', 'item', at)],
  ['CollabAgentToolCall', (rollout, row, at) => takeToolCall(rollout, row, 'agent', at)],
  ['CommandExecution', (rollout, row, at) => endCommand(rollout, readString(row, 'id') ?? '', row, at)],
  ['DynamicToolCall', (rollout, row, at) => takeToolCall(rollout, row, 'other', at)],
  ['FileChange', (rollout, row, at) => endPatch(rollout, readString(row, 'id') ?? '', row, at)],
  ['McpToolCall', takeMcpItem],
  ['UserMessage', (rollout, row, at) => takePrompt(rollout, joinTexts(row, 'content'), 'item', at)],
])

/** Takes the event `row` of `rollout`. */
export function takeEvent(rollout: RolloutParts, row: JsonObject, at: string | null): void {
  const type = readString(row, 'type') ?? 'unknown'
  const take = events.get(type)
  if (take) take(rollout, row, at)
  else if (!ignoredEvents.has(type)) rollout.builder.skip(type)
}

function takeItem(rollout: RolloutParts, row: JsonObject, at: string | null): void {
  const item = readObject(row, 'item')
  const type = readString(item, 'type') ?? 'unknown'
  const take = items.get(type)
  if (take && item) take(rollout, item, at)
  else if (!ignoredItems.has(type)) rollout.builder.skip(`item.${type}`)
}

function takePrompt(rollout: RolloutParts, text: string | null, shape: Shape, at: string | null): void {
  if (!rollout.isSubagent) rollout.messages.prompt(text ?? '', shape, at)
}

function takeAbort({ builder, messages }: RolloutParts, row: JsonObject, at: string | null): void {
  messages.flush()
  const reason = readString(row, 'reason')
  // Else a review or a budget ended.
  if (reason === null || reason === 'interrupted' || reason === 'replaced') builder.interruption(at)
}

function takeError({ calls, messages }: RolloutParts, row: JsonObject, at: string | null): void {
  messages.flush()
  calls.begin(`error ${at}`, { action: 'other', name: 'error', at })
  calls.end(`error ${at}`, { status: 'failed', output: readString(row, 'message') })
}

function takeSettings({ builder }: RolloutParts, row: JsonObject, at: string | null): void {
  builder.note({ folder: readString(readObject(row, 'thread_settings'), 'cwd'), at })
}

function takeMcpEnd(rollout: RolloutParts, row: JsonObject, at: string | null): void {
  const result = readObject(row, 'result')
  const id = readString(row, 'call_id') ?? ''
  endMcp(rollout, id, readObject(row, 'invocation'), readString(result, 'Err'), readObject(result, 'Ok'), at)
}

function takeMcpItem(rollout: RolloutParts, item: JsonObject, at: string | null): void {
  const error = readString(readObject(item, 'error'), 'message')
  endMcp(rollout, readString(item, 'id') ?? '', item, error, readObject(item, 'result'), at)
}

function takeToolCall(
  { calls, messages }: RolloutParts,
  item: JsonObject,
  action: Action,
  at: string | null,
): void {
  messages.flush()
  const id = readString(item, 'id') ?? ''
  calls.begin(id, { action, name: readString(item, 'tool') ?? 'unknown', at })
  const output = readString(item, 'error') ?? joinTexts(item, 'content_items')
  calls.end(id, { status: item.status === 'failed' ? 'failed' : 'ok', output })
}
