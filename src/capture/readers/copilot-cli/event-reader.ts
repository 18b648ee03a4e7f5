// Takes the events of one Copilot CLI session, in order, into a session builder.

import { type JsonObject, readBoolean, readObject, readString } from '../../../core/json.ts'
import { findCommits } from '../../session/find-commits.ts'
import type { OpenCall, SessionBuilder } from '../../session/session-builder.ts'
import { describeCall } from './describe-call.ts'
import { endCall } from './end-call.ts'

/** Calls and feedbacks that are remembered at once; real sessions have a few open calls. */
const mostOpen = 10_000

export class EventReader {
  private readonly builder: SessionBuilder
  /** Calls that have begun and not ended; those of the human's own commands are null. */
  private readonly open = new Map<string, { call: OpenCall; isHeld: boolean } | null>()
  private readonly feedback = new Map<string, string>()
  /** Ids of the events of the prompts that still stand. */
  private readonly prompts: string[] = []
  /** After a rejection without words the tool aborts by itself: no interruption of its own. */
  private isAbortExpected = false

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  /** Takes an event; false when its type is not known. */
  take(row: JsonObject): boolean {
    const data = readObject(row, 'data')
    const at = readString(row, 'timestamp')
    const isSubagent = readString(row, 'agentId') !== null || readString(data, 'parentToolCallId') !== null
    switch (readString(row, 'type')) {
      case 'session.start':
        this.builder.id = readString(data, 'sessionId')?.slice(0, 200) || this.builder.id
        this.builder.note({ version: readString(data, 'copilotVersion'), at: readString(data, 'startTime') })
        this.noteContext(readObject(data, 'context'))
        break
      case 'session.resume':
        this.noteContext(readObject(data, 'context'))
        break
      case 'session.context_changed':
        this.noteContext(data)
        break
      case 'user.message':
        if (!isSubagent) this.takePrompt(row, data, at)
        break
      case 'assistant.message':
        this.builder.note({ model: readString(data, 'model') })
        this.isAbortExpected = false
        if (!isSubagent) this.builder.answer(readString(data, 'content') ?? '', at)
        break
      case 'tool.user_requested':
        this.hold(readString(data, 'toolCallId'), null)
        break
      case 'tool.execution_start':
        this.begin(data, at)
        break
      case 'permission.completed':
        this.takePermission(data)
        break
      case 'tool.execution_complete':
        if (data) this.end(data)
        break
      case 'abort':
        this.abort(readString(data, 'reason'), at)
        break
      case 'session.snapshot_rewind':
        this.rewind(readString(data, 'upToEventId'), at)
        break
      default:
        return false
    }
    this.builder.note({ at })
    return true
  }

  private noteContext(context: JsonObject | null): void {
    this.builder.note({ folder: readString(context, 'cwd'), branch: readString(context, 'branch') })
    this.builder.note({ folder: readString(context, 'gitRoot') })
  }

  /** Messages with a source come of skills, agents and the autopilot. */
  private takePrompt(row: JsonObject, data: JsonObject | null, at: string | null): void {
    const source = readString(data, 'source')
    if (
      (source !== null && source !== '' && source !== 'user') ||
      readBoolean(data, 'isAutopilotContinuation')
    )
      return
    this.isAbortExpected = false
    this.builder.prompt(readString(data, 'content') ?? '', at)
    if (this.prompts.length < mostOpen) this.prompts.push(readString(row, 'id') ?? '')
  }

  private begin(data: JsonObject | null, at: string | null): void {
    const id = readString(data, 'toolCallId')
    const name = readString(data, 'toolName')
    if (id === null || name === null || this.open.get(id) === null) return
    const call = { ...describeCall(name, data?.arguments, readString(data, 'mcpServerName')), at }
    // Reads and searches are of interest only when they fail.
    const isHeld = call.action === 'read' || call.action === 'search'
    if (!isHeld) this.builder.begin(id, call)
    this.hold(id, { call, isHeld })
  }

  private hold(id: string | null, call: { call: OpenCall; isHeld: boolean } | null): void {
    if (id !== null && this.open.size < mostOpen) this.open.set(id, call)
  }

  private takePermission(data: JsonObject | null): void {
    const id = readString(data, 'toolCallId')
    const feedback = readString(readObject(data, 'result'), 'feedback')?.trim()
    if (id !== null && feedback && this.feedback.size < mostOpen) this.feedback.set(id, feedback)
  }

  private end(data: JsonObject): void {
    const id = readString(data, 'toolCallId')
    const begun = id === null ? undefined : this.open.get(id)
    if (id === null || !begun) return
    this.open.delete(id)
    const end = endCall(data, this.feedback.get(id) ?? null)
    if (end.status === 'rejected') this.isAbortExpected = true
    if (begun.isHeld) {
      if (end.status !== 'ok' && end.status !== 'unknown') this.builder.call({ ...begun.call, ...end })
      return
    }
    const commits = end.status === 'ok' ? findCommits(begun.call.command ?? null, end.output ?? null) : []
    this.builder.end(id, { ...end, commits })
  }

  private abort(reason: string | null, at: string | null): void {
    // The autopilot stops by itself when the credit is used up.
    if (reason === 'autopilot_credit_limit') return
    for (const [id, begun] of this.open)
      if (begun && !begun.isHeld) this.builder.end(id, { status: 'interrupted' })
    this.open.clear()
    if (!this.isAbortExpected) this.builder.interruption(at)
    this.isAbortExpected = false
  }

  private rewind(upTo: string | null, at: string | null): void {
    const first = upTo === null ? -1 : this.prompts.indexOf(upTo)
    this.builder.rewind(first === -1 ? null : this.prompts.length - first, at)
    if (first !== -1) this.prompts.length = first
  }
}
