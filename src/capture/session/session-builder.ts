// Gathers what a reader finds in a file into a session, within fixed bounds.

import { boundCall, measureCall } from './bound-call.ts'
import { copyText, cutEnds, cutStart } from './cut-text.ts'
import { LateCalls } from './late-calls.ts'
import {
  type Call,
  type HumanEdit,
  type Interruption,
  mostEvents,
  type Rewind,
  type Session,
  type SessionEvent,
  type SessionProblem,
} from './session.ts'

/** UTF-16 units kept of one prompt, one answer, and either side of what a human changed. */
const longestPrompt = 65_536
const longestAnswer = 2_000
const longestChange = 4_000
const longestPath = 4_096
/** Real ids of calls have some 30. */
const longestId = 500
/** UTF-16 units of all events of a session together. */
export const mostUnits = 16 * 1024 * 1024

/** A call that has begun. */
export type OpenCall = Pick<Call, 'action' | 'name'> & Partial<Omit<Call, 'kind'>>

/** How a call ended. */
export type CallEnd = Pick<Call, 'status'> &
  Partial<Pick<Call, 'exitCode' | 'output' | 'feedback' | 'commits' | 'paths'>>

export class SessionBuilder {
  id: string
  version: string | null = null
  private readonly tool: Pick<Session, 'toolId' | 'toolName' | 'path'>
  private readonly models = new Set<string>()
  private readonly folders = new Set<string>()
  private readonly branches = new Set<string>()
  private readonly skipped = new Map<string, number>()
  private readonly problems = new Map<string, SessionProblem>()
  private readonly events: SessionEvent[] = []
  /** Calls whose end has not come yet, by the tool's id for them. */
  private readonly open = new Map<string, Call>()
  private readonly late = new LateCalls()
  private readonly lateCalls = new WeakSet<Call>()
  private startedAt: string | null = null
  private endedAt: string | null = null
  private ownUnits = 0
  private isCut = false
  /** Rows of one time follow each other. */
  private lastTime: { at: string | null | undefined; time: string | null } = { at: null, time: null }

  constructor(id: string, tool: Pick<Session, 'toolId' | 'toolName' | 'path'>) {
    this.id = id
    this.tool = tool
  }

  /** Whether anything was read that belongs to a session. */
  get isEmpty(): boolean {
    return this.events.length === 0
  }

  /** UTF-16 units of its events. */
  get units(): number {
    return this.ownUnits
  }

  /** Notes facts; null and empty ones say nothing. The last version counts. */
  note(facts: {
    version?: string | null
    model?: string | null
    folder?: string | null
    branch?: string | null
    at?: string | null
  }): void {
    // A longer one is none, and a part of it could be half a secret.
    if (facts.version && facts.version.length <= 100 && facts.version !== this.version) {
      this.version = copyText(facts.version.replace(/^v(?=\d)/, ''))
    }
    addTo(this.models, facts.model)
    addTo(this.folders, facts.folder)
    addTo(this.branches, facts.branch)
    const at = this.toTime(facts.at)
    if (at === null) return
    if (this.startedAt === null || at < this.startedAt) this.startedAt = at
    if (this.endedAt === null || at > this.endedAt) this.endedAt = at
  }

  prompt(text: string, at: string | null): void {
    this.say('prompt', text.trim(), longestPrompt, at)
  }

  answer(text: string, at: string | null): void {
    this.say('answer', text.trim(), longestAnswer, at)
  }

  /** A call whose end comes later, or never: then it stays `unknown`. */
  begin(id: string, call: OpenCall): void {
    const whole: Call = {
      kind: 'call',
      command: null,
      paths: [],
      status: 'unknown',
      exitCode: null,
      output: null,
      feedback: null,
      commits: [],
      ...call,
      at: this.toTime(call.at),
    }
    const isLate = this.isFull()
    if (isLate) this.leaveOut(whole)
    const taken = isLate ? this.late.reduce(whole) : whole
    if (taken === null) return
    const kept = boundCall(taken)
    if (isLate) this.lateCalls.add(kept)
    if (kept.status === 'unknown' && id.length <= longestId) this.open.set(id, kept)
    this.keep(kept, measureCall(kept))
  }

  /** The end of call `id`; null when no such call is open. Successful calls keep no output. */
  end(id: string, end: CallEnd): Call | null {
    const call = this.open.get(id)
    if (!call) return null
    this.open.delete(id)
    const before = measureCall(call)
    Object.assign(call, this.boundEnd(call, end))
    this.ownUnits += measureCall(call) - before
    return call
  }

  /** A call with its end. */
  call(call: OpenCall & CallEnd): void {
    this.begin('', call)
    this.open.delete('')
  }

  humanEdit(edit: Omit<HumanEdit, 'kind'>): void {
    const at = this.toTime(edit.at)
    if (this.isFull()) {
      this.leaveOut({ at })
      return
    }
    if (edit.path.length > longestPath) return
    const cut = (text: string | null) => (text === null ? null : copyText(cutEnds(text, longestChange)))
    const kept = { path: copyText(edit.path), before: cut(edit.before), after: cut(edit.after) }
    const units = kept.path.length + (kept.before?.length ?? 0) + (kept.after?.length ?? 0)
    this.keep({ kind: 'human_edit', ...kept, at }, units)
  }

  interruption(at: string | null): void {
    this.mark({ kind: 'interruption', at: this.toTime(at) })
  }

  /** The event, to be withdrawn; null when it is not kept. */
  rewind(prompts: number | null, at: string | null): Rewind | null {
    const event: Rewind = { kind: 'rewind', prompts, at: this.toTime(at) }
    return this.mark(event) ? event : null
  }

  /** Takes out what was noted and turns out not to have been. */
  withdraw(event: Rewind): void {
    const at = this.events.lastIndexOf(event)
    if (at !== -1) this.events.splice(at, 1)
  }

  /** Counts a row of a type that the reader does not know. */
  skip(type: string): void {
    const name = isTypeName(type) ? type : 'other'
    const known = this.skipped.has(name) || this.skipped.size < 100 ? name : 'other'
    this.skipped.set(known, (this.skipped.get(known) ?? 0) + 1)
  }

  /** Notes a broken place; `reason` is in our words. */
  problem(reason: string, line: number | null = null): void {
    const known = this.problems.get(reason)
    this.problems.set(reason, known ? { ...known, count: known.count + 1 } : { reason, line, count: 1 })
  }

  build(): Session {
    return {
      id: this.id,
      ...this.tool,
      version: this.version,
      models: [...this.models],
      folders: [...this.folders],
      branches: [...this.branches],
      startedAt: this.startedAt,
      endedAt: this.endedAt,
      events: this.events,
      isCut: this.isCut,
      skipped: this.skipped,
      problems: [...this.problems.values()],
    }
  }

  private say(kind: 'prompt' | 'answer', text: string, most: number, said: string | null): void {
    if (text === '') return
    const at = this.toTime(said)
    if (this.isFull()) {
      this.leaveOut({ at })
      return
    }
    const kept = copyText(cutStart(text, most))
    this.keep({ kind, text: kept, at }, kept.length)
  }

  private mark(event: Interruption | Rewind): boolean {
    const isKept = !this.isFull()
    if (isKept) this.keep(event, 0)
    else this.leaveOut(event)
    return isKept
  }

  private isFull(): boolean {
    return this.events.length >= mostEvents || this.ownUnits > mostUnits
  }

  private boundEnd(call: Call, end: CallEnd): Partial<Call> {
    if (this.lateCalls.has(call) || this.ownUnits > mostUnits) {
      this.isCut = true
      return this.late.end(end)
    }
    const { output = null, ...rest } = end
    return boundCall(end.status === 'ok' ? rest : { ...rest, output })
  }

  private leaveOut({ at }: Pick<SessionEvent, 'at'>): void {
    this.isCut = true
    this.note({ at })
  }

  private keep(event: SessionEvent, units: number): void {
    this.note({ at: event.at })
    this.ownUnits += units
    this.events.push(event)
  }

  private toTime(at: string | null | undefined): string | null {
    if (at !== this.lastTime.at) this.lastTime = { at, time: toTime(at) }
    return this.lastTime.time
  }
}

/** Words, such as `event_msg.item_completed` or `result-v2`: what else stands in the place of a type may be a secret. */
function isTypeName(type: string): boolean {
  if (type.length > 60 || /[A-Za-z]{31}/.test(type)) return false
  return /^[A-Za-z]+(?:[._:/-][A-Za-z]+)*(?:[._:/-]?v?\d{1,3})?$/.test(type)
}

/** At most 50 of a kind, each of at most 1,000 characters. */
function addTo(set: Set<string>, value: string | null | undefined): void {
  if (value && set.size < 50 && !set.has(value)) set.add(copyText(value.slice(0, 1000)))
}

/** ISO 8601 in UTC; null for what is no time. */
export function toTime(at: string | null | undefined): string | null {
  if (!at) return null
  const time = new Date(at)
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 ? null : time.toISOString()
}
