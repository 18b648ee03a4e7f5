// Gathers the rows of a Gemini CLI session. A row with the id of an earlier one replaces it: one message collects the
// calls of many turns. So events are put in order of time at the end.

import { isJsonObject, type JsonObject, readObjects, readString } from '../../../core/json.ts'
import { cutEnds, cutStart } from '../../session/cut-text.ts'
import { mostEvents } from '../../session/session.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { describeCall, describeHumanEdit, describeResponse, readCallRecords } from './describe-call.ts'
import { readPrompt, readResponses, readText } from './read-parts.ts'

/** More than a session keeps, so that the builder notes that it is cut. */
const mostCharacters = 20 * 1024 * 1024
const mostRewinds = 1000

interface Item {
  at: string | null
  /** Of what is kept of it. */
  length: number
  add(builder: SessionBuilder): void
}

export class Conversation {
  /** From the first row; it tells of the folder. */
  projectHash: string | null = null
  private readonly builder: SessionBuilder
  private readonly items = new Map<string, Item>()
  /** The prompts that still stand, by the ids of their messages. */
  private prompts: string[] = []
  /** Messages that still stand, in order: a rewind may go to any. */
  private standing = new Set<string>()
  private readonly checkpoint: JsonObject[] = []
  private isSubagent = false
  /** Whether a message that the request was cancelled says nothing new. */
  private isStopped = false
  private readonly rejected = new Set<string>()
  private rewinds = 0
  private characters = 0

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  take(row: JsonObject): void {
    const rewindTo = readString(row, '$rewindTo')
    if (rewindTo !== null) this.rewind(rewindTo)
    else if (isJsonObject(row.$set)) this.takeFacts(row.$set, true)
    else if (readString(row, 'sessionId') !== null) this.takeFacts(row, false)
    else if (readString(row, 'id') !== null) this.takeMessage(row)
    else this.builder.skip('other')
  }

  finish(): void {
    // Messages of a checkpoint may be summaries: they count only where no message was written by itself.
    if (this.prompts.length === 0) for (const message of this.checkpoint) this.takeMessage(message)
    let last = 0
    const timed = [...this.items.values()].map((item, order) => {
      const time = item.at === null ? Number.NaN : Date.parse(item.at)
      if (!Number.isNaN(time)) last = Math.max(last, time)
      return { item, order, time: Number.isNaN(time) ? last : time }
    })
    timed.sort((a, b) => a.time - b.time || a.order - b.order)
    for (const { item } of timed) item.add(this.builder)
  }

  private takeFacts(facts: JsonObject, isCheckpoint: boolean): void {
    this.builder.id = readString(facts, 'sessionId')?.slice(0, 200) || this.builder.id
    this.projectHash = readString(facts, 'projectHash') ?? this.projectHash
    if (readString(facts, 'kind') === 'subagent') this.isSubagent = true
    if (Array.isArray(facts.directories)) {
      for (const folder of facts.directories) if (typeof folder === 'string') this.builder.note({ folder })
    }
    this.builder.note({ at: readString(facts, 'startTime') })
    this.builder.note({ at: readString(facts, 'lastUpdated') })
    for (const message of readObjects(facts, 'messages')) {
      if (!isCheckpoint) this.takeMessage(message)
      else if (this.checkpoint.length < 1000) this.checkpoint.push(message)
    }
  }

  private takeMessage(message: JsonObject): void {
    const id = readString(message, 'id') ?? ''
    const at = readString(message, 'timestamp')
    const type = readString(message, 'type')
    if (type === 'user') this.takeUser(id, message, at)
    else if (type === 'gemini') this.takeAnswer(id, message, at)
    else if (type === 'info') this.takeInfo(id, message, at)
    else if (type !== 'warning' && type !== 'error') this.builder.skip(`message.${type ?? 'other'}`)
    if (this.standing.size < mostEvents) this.standing.add(id)
  }

  private takeUser(id: string, message: JsonObject, at: string | null): void {
    for (const response of readResponses(message.content)) {
      const callId = readString(response, 'id')
      const call = describeResponse(response, at)
      if (callId === null || !call || this.items.has(`call ${callId}`)) continue
      this.put(`call ${callId}`, call.at ?? null, call.output ?? '', (builder) => builder.call(call))
    }
    const text = this.isSubagent ? null : readPrompt(message)
    if (text === null) return
    this.isStopped = false
    const key = `prompt ${id}`
    if (!this.items.has(key) && this.prompts.length < mostEvents) this.prompts.push(id)
    const kept = cutStart(text, 65_536)
    this.put(key, at, kept, (builder) => builder.prompt(kept, at))
  }

  private takeAnswer(id: string, message: JsonObject, at: string | null): void {
    this.builder.note({ model: readString(message, 'model') })
    const text = this.isSubagent ? '' : cutStart(readText(message.content), 2000)
    if (text.trim() !== '') this.put(`answer ${id}`, at, text, (builder) => builder.answer(text, at))
    for (const [callId, record] of readCallRecords(message.toolCalls)) this.takeCall(callId, record)
  }

  private takeCall(callId: string, record: JsonObject): void {
    const call = describeCall(record)
    if (!call) return
    const edit = describeHumanEdit(record)
    if (edit) {
      const short = {
        ...edit,
        before: cutEnds(edit.before ?? '', 4000),
        after: cutEnds(edit.after ?? '', 4000),
      }
      this.put(`edit ${callId}`, edit.at, short.before + short.after, (builder) => builder.humanEdit(short))
    }
    // Reads and searches are of interest only when they fail.
    const isRead = call.action === 'read' || call.action === 'search'
    if (isRead && (call.status === 'ok' || call.status === 'unknown')) return
    if (call.status === 'rejected' && !this.rejected.has(callId)) this.noteRejection(callId)
    const output = call.output == null ? null : cutEnds(call.output, 4000)
    const kept = { ...call, output, command: call.command == null ? null : cutStart(call.command, 4000) }
    this.put(`call ${callId}`, call.at ?? null, `${output}${kept.command}`, (builder) => builder.call(kept))
  }

  /** The tool stops after a rejection, and tells of that as of an interruption. */
  private noteRejection(callId: string): void {
    if (this.rejected.size < mostEvents) this.rejected.add(callId)
    this.isStopped = true
  }

  /** The tool tells of one interruption in two messages. */
  private takeInfo(id: string, message: JsonObject, at: string | null): void {
    if (
      this.isStopped ||
      !/^(?:Request cancelled|User cancelled the request)\.$/.test(readText(message.content))
    )
      return
    this.isStopped = true
    this.put(`stop ${id}`, at, '', (builder) => builder.interruption(at))
  }

  /** An id that is not known takes back everything. */
  private rewind(id: string): void {
    if (this.rewinds >= mostRewinds) return
    const ids = [...this.standing]
    this.standing = new Set(ids.slice(0, Math.max(0, ids.indexOf(id))))
    const prompts = this.prompts.filter((prompt) => this.standing.has(prompt))
    const taken = this.prompts.length - prompts.length
    this.prompts = prompts
    this.put(`rewind ${this.rewinds++}`, null, '', (builder) => builder.rewind(taken || null, null))
  }

  private put(key: string, at: string | null, text: string, add: Item['add']): void {
    const known = this.items.get(key)
    if (this.characters > mostCharacters || (!known && this.items.size > mostEvents)) return
    this.characters += text.length - (known?.length ?? 0)
    this.items.set(key, { at, length: text.length, add })
  }
}
