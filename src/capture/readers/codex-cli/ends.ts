// Takes how commands, patches and calls of MCP servers ended, as events and completed items tell it.

import { type JsonObject, readBoolean, readObject, readObjects, readString } from '../../../core/json.ts'
import type { CallEnd } from '../../session/session-builder.ts'
import { changedPaths, commandOf, shellCall } from './read-call.ts'
import { judge, readInteger } from './read-output.ts'
import type { RolloutParts } from './rollout-parts.ts'

/** A command that ended, as an event or an item. */
export function endCommand(rollout: RolloutParts, id: string, end: JsonObject, at: string | null): void {
  // What the human runs with `!` is not the AI's.
  if (end.source === 'user_shell' || end.source === 'userShell') return
  // What it writes to a running command ends nothing.
  if (end.source === 'unified_exec_interaction' || end.source === 'unifiedExecInteraction') return
  rollout.messages.flush()
  rollout.calls.begin(id, { ...shellCall('exec', commandOf(end)), at })
  const exitCode = readInteger(end, 'exit_code')
  const status = readString(end, 'status')
  const output = readString(end, 'aggregated_output') ?? readString(end, 'stderr') ?? ''
  if (status === 'declined') rollout.calls.end(id, { status: refusal(output), output })
  else if (exitCode !== null)
    rollout.calls.end(id, { status: exitCode === 0 ? 'ok' : 'failed', exitCode, output })
  else if (status === 'failed') rollout.calls.end(id, { status: 'failed', output })
}

/** A patch that was applied, or not. */
export function endPatch(rollout: RolloutParts, id: string, end: JsonObject, at: string | null): void {
  rollout.messages.flush()
  const paths = changedPaths(readObject(end, 'changes'))
  rollout.calls.begin(id, { action: 'edit', name: 'apply_patch', paths, at })
  const output = readString(end, 'stderr') || readString(end, 'stdout') || ''
  const named = paths.length > 0 ? { paths } : {}
  rollout.calls.end(id, { status: patchStatus(end, output), output, ...named })
}

function patchStatus(end: JsonObject, output: string): CallEnd['status'] {
  const status = readString(end, 'status')
  if (status === 'declined') return refusal(output)
  const isOk = readBoolean(end, 'success') ?? status === 'completed'
  return isOk ? 'ok' : judge(output, true)
}

/** A call of an MCP server that ended; `invocation` names server and tool. */
export function endMcp(
  rollout: RolloutParts,
  id: string,
  invocation: JsonObject | null,
  error: string | null,
  result: JsonObject | null,
  at: string | null,
): void {
  rollout.messages.flush()
  const name = `mcp__${readString(invocation, 'server') ?? ''}__${readString(invocation, 'tool') ?? ''}`
  rollout.calls.begin(id, { action: 'mcp', name, at })
  const isError = (readBoolean(result, 'isError') ?? readBoolean(result, 'is_error')) === true
  const output =
    error ??
    readObjects(result, 'content')
      .map((part) => readString(part, 'text') ?? '')
      .join('\n')
  rollout.calls.end(id, { status: error === null && !isError ? 'ok' : judge(output, true), output })
}

/** Who declined: the words tell a human's no from that of a rule. */
function refusal(output: string): CallEnd['status'] {
  return judge(output, false) === 'rejected' ? 'rejected' : 'denied'
}
