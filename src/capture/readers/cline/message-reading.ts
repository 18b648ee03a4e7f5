// Walks through what Cline or Roo Code showed the human, `ui_messages.json`: what was asked, proposed, allowed and
// changed.

import { type JsonObject, readBoolean, readObject, readString } from '../../../core/json.ts'
import { findCommits } from '../../session/find-commits.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { parseObject } from './read-result.ts'
import { readPatch, readTool } from './read-tool.ts'
import type { ToolResults } from './tool-results.ts'

/** Messages that say nothing that a draft needs. */
const silent = new Set(
  `reasoning api_req_finished api_req_retried api_req_retry_delayed api_req_rate_limit_wait api_req_deleted api_req_failed
  deleted_api_reqs image command_output shell_integration_warning shell_integration_warning_with_suggestion browser_action
  browser_action_launch browser_action_result mcp_server_request_started mcp_server_response mcp_notification
  checkpoint_created checkpoint_saved load_mcp_documentation info task_progress hook_status hook_output_stream subagent
  use_subagents subagent_usage subtask_result conditional_rules_applied compaction condense condense_context
  condense_context_error summarize_task sliding_window_truncation codebase_search_result user_edit_todos
  too_many_tools_warning resume_task resume_completed_task new_task report_bug auto_approval_max_req_reached
  act_mode_respond`.split(/\s+/),
)

export class MessageReading {
  private readonly builder: SessionBuilder
  private readonly results: ToolResults
  private isFirst = true
  /** What the human said when rejecting: it stands as a message too. */
  private feedback: string | null = null
  /** Whether the last call is known to have failed: the error shown for it is not another one. */
  private hasFailed = false

  constructor(builder: SessionBuilder, results: ToolResults) {
    this.builder = builder
    this.results = results
  }

  add(message: JsonObject): void {
    if (readBoolean(message, 'partial') === true) return
    const kind = readString(message, readString(message, 'type') === 'ask' ? 'ask' : 'say')
    const text = readString(message, 'text') ?? ''
    const at = typeof message.ts === 'number' ? toIso(message.ts) : null
    const model = readObject(message, 'modelInfo')
    this.builder.note({ at, model: readString(model, 'modelId') ?? readString(model, 'id') })
    const isFirst = this.isFirst
    this.isFirst = false
    // The task is the first text.
    if (kind === 'task' || (isFirst && kind === 'text')) this.builder.prompt(text, at)
    else if (kind !== null) this.addKind(kind, text, at)
    else this.builder.skip('message.none')
  }

  private addKind(kind: string, text: string, at: string | null): void {
    if (kind === 'text' || kind === 'completion_result' || kind === 'plan_completion_result')
      this.builder.answer(text.replace(/HAS_CHANGES$/, ''), at)
    else if (kind === 'followup' || kind === 'plan_mode_respond') {
      const asked = parseObject(text)
      this.builder.answer(readString(asked, 'question') ?? readString(asked, 'response') ?? text, at)
    } else if (kind === 'user_feedback') this.addFeedback(text, at)
    else if (kind === 'user_feedback_diff') this.addHumanEdit(parseObject(text), at)
    else if (kind === 'tool' || kind === 'command' || kind === 'use_mcp_server') this.addCall(kind, text, at)
    else if (kind === 'api_req_started') {
      if (readString(parseObject(text), 'cancelReason') === 'user_cancelled') this.builder.interruption(at)
    } else if (kind === 'error' || kind === 'diff_error' || kind === 'mistake_limit_reached')
      this.addError(kind, text, at)
    else if (/^(?:clineignore|rooignore)_error$|^command_permission_denied$/.test(kind))
      this.builder.call({ action: 'other', name: kind, status: 'denied', output: text, at })
    else if (!silent.has(kind)) this.builder.skip(`message.${kind}`)
  }

  private addFeedback(text: string, at: string | null): void {
    const isKnown = this.feedback !== null && text.trim() === this.feedback
    this.feedback = null
    if (!isKnown) this.builder.prompt(text, at)
  }

  private addHumanEdit(edit: JsonObject | null, at: string | null): void {
    const path = readString(edit, 'path')
    if (path) this.builder.humanEdit({ path, ...readPatch(readString(edit, 'diff') ?? ''), at })
  }

  private addCall(kind: string, text: string, at: string | null): void {
    const command = kind === 'command' ? readCommand(text) : null
    const server = kind === 'use_mcp_server' ? parseObject(text) : null
    const shown = readTool(kind === 'tool' ? parseObject(text) : null, at)
    const call =
      command !== null
        ? ({ action: 'shell', name: 'execute_command', command, at } as const)
        : server
          ? ({ action: 'mcp', name: readString(server, 'toolName') ?? 'use_mcp_server', at } as const)
          : shown.call
    const end = this.results.take(command ?? readString(server, 'serverName') ?? shown.target)
    this.hasFailed = end?.status === 'failed'
    this.feedback = end?.feedback ?? null
    const isQuiet = ['read', 'search', 'fetch', 'other'].includes(call.action)
    if (isQuiet && (end === null || end.status === 'ok' || end.status === 'unknown')) return
    this.builder.call({
      ...call,
      ...(end ?? { status: 'unknown' }),
      output: end?.status === 'ok' ? null : (end?.output ?? null),
      commits: end?.status === 'ok' ? findCommits(command, end.output ?? null) : [],
    })
  }

  private addError(kind: string, text: string, at: string | null): void {
    if (this.hasFailed) {
      this.hasFailed = false
      return
    }
    const action = kind === 'diff_error' ? 'edit' : 'other'
    if (text.trim() !== '') this.builder.call({ action, name: kind, status: 'failed', output: text, at })
  }
}

/** The command line: marks of Cline and the output, which it adds below, are left out. */
function readCommand(text: string): string {
  return text
    .replace(/\n?Output:\n[\s\S]*$/, '')
    .replace(/REQ_APP$/, '')
    .trim()
}

function toIso(milliseconds: number): string | null {
  return Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : null
}
