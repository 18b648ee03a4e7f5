// Turns rows of Claude Code, in order, into events of a session. The rows of a transcript and the messages that
// `--output-format stream-json` prints differ in few names, and both are understood.

import { type JsonObject, readBoolean, readObject, readObjects, readString } from '../../../core/json.ts'
import { cutEnds } from '../../session/cut-text.ts'
import { RecentMap } from '../../session/recent-map.ts'
import type { Call, Rewind } from '../../session/session.ts'
import type { OpenCall, SessionBuilder } from '../../session/session-builder.ts'
import { describeCall, readNewText } from './describe-call.ts'
import { PromptTree } from './prompt-tree.ts'
import { type Ended, readEnd } from './read-end.ts'
import { readPrompt } from './read-prompt.ts'

/** Calls without an end yet, and ids of calls that have been seen. */
const mostCalls = 5_000
const mostEarly = 500
const mostRewinds = 1_000
const longestProposal = 4_000

interface Pending {
  call: OpenCall
  /** What an edit is to put into its file; null for other calls. */
  proposal: string | null
  /** Whether the session has it: a read or a search enters only when it goes wrong. */
  isKept: boolean
}

type Early = Ended & { at: string | null }

export class Conversation {
  private readonly builder: SessionBuilder
  private readonly tree = new PromptTree()
  private readonly pending = new RecentMap<string, Pending>(mostCalls)
  /** Ends of calls that are not written yet: rows can come out of order. */
  private readonly early = new RecentMap<string, Early>(mostEarly)
  private readonly seen = new RecentMap<string, true>(mostCalls)
  /** By the row of the prompt by which the human went back. */
  private readonly rewinds = new RecentMap<string, Rewind>(mostRewinds)
  /** Whose the last prompt is: one file may hold two conversations, each with a beginning. */
  private session: string | null = null
  /** What the AI is saying: rows of one message follow each other, some repeating the ones before. */
  private saying: { message: string | null; text: string; at: string | null } | null = null
  /** The last call that was rejected without a word: the row after it tells whether it was running. */
  private stopped: Call | null = null

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  /** A row of type `user`, `assistant`, `attachment` or `system`. Of a subagent only the calls are taken. */
  take(row: JsonObject): void {
    const id = readString(row, 'uuid')
    if (id !== null && this.tree.has(id)) return
    const isSidechain = readBoolean(row, 'isSidechain') ?? readString(row, 'parent_tool_use_id') !== null
    const prompt = isSidechain || this.isMachine(row) ? '' : readPrompt(row)
    const at = readString(row, 'timestamp')
    const type = readString(row, 'type')
    if (type === 'assistant') this.takeAnswer(row, isSidechain, at)
    if (type === 'user') this.takeUser(row, isSidechain, at)
    if (prompt !== '') this.finish()
    this.place(row, id, prompt, at)
    if (prompt !== '') this.builder.prompt(prompt, at)
  }

  /** Gives the session what waits for the rows after it. */
  finish(): void {
    if (this.saying) this.builder.answer(this.saying.text, this.saying.at)
    this.saying = null
    this.stopped = null
  }

  private isMachine(row: JsonObject): boolean {
    const type = readString(row, 'type')
    if (type === 'attachment') return readString(readObject(row, 'attachment'), 'type') !== 'queued_command'
    const marks = ['isMeta', 'isCompactSummary', 'isVisibleInTranscriptOnly', 'isSynthetic']
    return type !== 'user' || marks.some((mark) => readBoolean(row, mark) === true)
  }

  private place(row: JsonObject, id: string | null, prompt: string, at: string | null): void {
    if (id === null) return
    const parent = readString(row, 'parentUuid') ?? readString(row, 'logicalParentUuid')
    // Printed messages name no parent.
    const isInTree = Object.hasOwn(row, 'parentUuid')
    if (isInTree && (prompt !== '' || readString(row, 'type') === 'assistant')) this.revive(parent)
    if (prompt === '' || !isInTree) {
      this.tree.follow(id, parent)
      return
    }
    const session = readString(row, 'sessionId')
    const isOther = parent === null && session !== this.session
    this.session = session
    const takenBack = this.tree.branch(id, parent)
    if (takenBack === 0 || isOther) return
    const rewind = this.builder.rewind(takenBack, at)
    if (rewind) this.rewinds.set(id, rewind)
  }

  private revive(parent: string | null): void {
    const rewind = this.rewinds.get(this.tree.revive(parent) ?? '')
    if (rewind) this.builder.withdraw(rewind)
  }

  private takeAnswer(row: JsonObject, isSidechain: boolean, at: string | null): void {
    const message = readObject(row, 'message')
    const model = readString(message, 'model')
    // The tool's own words, such as an error of the API.
    if (model === '<synthetic>') return
    this.builder.note({ model })
    for (const block of readObjects(message, 'content')) {
      const type = readString(block, 'type')
      if (type === 'text' && !isSidechain)
        this.say(readString(message, 'id'), readString(block, 'text') ?? '', at)
      if (type === 'tool_use') this.begin(block, at)
    }
  }

  private say(message: string | null, text: string, at: string | null): void {
    const before = this.saying
    if (!before || message === null || before.message !== message) {
      this.finish()
      this.saying = { message, text, at }
    } else if (text.startsWith(before.text)) before.text = text
    else if (!before.text.endsWith(text)) before.text += `\n\n${text}`
  }

  private begin(block: JsonObject, at: string | null): void {
    const id = readString(block, 'id')
    const name = readString(block, 'name')
    if (id === null || name === null || name.length > 200 || this.seen.has(id)) return
    this.seen.set(id, true)
    this.finish()
    const input = readObject(block, 'input')
    const call = { ...describeCall(name, input), at }
    const isKept = call.action !== 'read' && call.action !== 'search'
    const text = call.action === 'edit' ? readNewText(input) : null
    this.pending.set(id, { call, proposal: text === null ? null : cutEnds(text, longestProposal), isKept })
    if (isKept) this.builder.begin(id, call)
    const early = this.early.get(id)
    const begun = this.pending.get(id)
    if (early && begun) this.close(id, begun, early)
    this.early.delete(id)
  }

  private takeUser(row: JsonObject, isSidechain: boolean, at: string | null): void {
    const message = readObject(row, 'message')
    for (const block of readObjects(message, 'content')) {
      const type = readString(block, 'type')
      if (type === 'tool_result') this.end(row, block, at)
      if (type === 'text') this.takeInterruption(row, readString(block, 'text') ?? '', isSidechain, at)
    }
    const whole = readString(message, 'content')
    if (whole !== null) this.takeInterruption(row, whole, isSidechain, at)
  }

  private end(row: JsonObject, block: JsonObject, at: string | null): void {
    const id = readString(block, 'tool_use_id')
    if (id === null) return
    const ended = { ...readEnd(row, block), at }
    const begun = this.pending.get(id)
    if (begun) this.close(id, begun, ended)
    else if (!this.seen.has(id)) this.early.set(id, ended)
  }

  private close(id: string, { call: begun, proposal, isKept }: Pending, { end, changed, at }: Early): void {
    this.pending.delete(id)
    if (!isKept && end.status !== 'ok') this.builder.begin(id, begun)
    const isOfGit = begun.action === 'shell' && /\bgit\b/.test(begun.command ?? '')
    const call = this.builder.end(id, isOfGit ? end : { ...end, commits: [] })
    this.stopped = call?.status === 'rejected' && call.feedback === null ? call : null
    const path = changed?.path ?? begun.paths?.[0]
    if (changed && path !== undefined) {
      this.builder.humanEdit({ path, before: proposal, after: changed.after, at })
    }
  }

  private takeInterruption(row: JsonObject, text: string, isSidechain: boolean, at: string | null): void {
    if (isSidechain || !text.startsWith('[Request interrupted by user')) return
    const call = this.stopped
    this.finish()
    // A human who rejects a call without a word stops the AI by it: told once, by the call. Stopping a call that runs
    // is written as if it were rejected; since 2.1 the row tells which message was interrupted.
    if (call && readString(row, 'interruptedMessageId') === null) return
    if (call) call.status = 'interrupted'
    this.builder.interruption(at)
  }
}
