// Gathers what a reader finds in a file into a session, within fixed bounds.

import { cutEnds, cutStart } from './cut-text.ts'
import {
  type Call,
  type HumanEdit,
  mostEvents,
  type Session,
  type SessionEvent,
  type SessionProblem,
} from './session.ts'

/** UTF-16 units kept of one prompt, one answer and one output. */
const longestPrompt = 65_536
const longestAnswer = 2_000
const longestOutput = 4_000
/** Of all events of a session together. */
const mostCharacters = 16 * 1024 * 1024

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
  private startedAt: string | null = null
  private endedAt: string | null = null
  private characters = 0
  private isCut = false

  constructor(id: string, tool: Pick<Session, 'toolId' | 'toolName' | 'path'>) {
    this.id = id
    this.tool = tool
  }

  /** Whether anything was read that belongs to a session. */
  get isEmpty(): boolean {
    return this.events.length === 0
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
    if (facts.version && facts.version.length <= 100) this.version = facts.version.replace(/^v(?=\d)/, '')
    addTo(this.models, facts.model)
    addTo(this.folders, facts.folder)
    addTo(this.branches, facts.branch)
    const at = toTime(facts.at)
    if (at === null) return
    if (this.startedAt === null || at < this.startedAt) this.startedAt = at
    if (this.endedAt === null || at > this.endedAt) this.endedAt = at
  }

  prompt(text: string, at: string | null): void {
    const trimmed = text.trim()
    if (trimmed !== '') this.add({ kind: 'prompt', text: cutStart(trimmed, longestPrompt), at: toTime(at) })
  }

  answer(text: string, at: string | null): void {
    const trimmed = text.trim()
    if (trimmed !== '') this.add({ kind: 'answer', text: cutStart(trimmed, longestAnswer), at: toTime(at) })
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
      at: null,
      ...call,
    }
    whole.at = toTime(whole.at)
    if (whole.command !== null) whole.command = cutStart(whole.command, longestOutput)
    whole.output = whole.output === null ? null : cutEnds(whole.output, longestOutput)
    if (whole.status === 'unknown') this.open.set(id, whole)
    this.add(whole)
  }

  /** The end of call `id`; null when no such call is open. Successful calls keep no output. */
  end(id: string, end: CallEnd): Call | null {
    const call = this.open.get(id)
    if (!call) return null
    this.open.delete(id)
    const { output = null, ...rest } = end
    Object.assign(call, rest)
    if (end.status !== 'ok' && output !== null) {
      call.output = cutEnds(output, longestOutput)
      this.characters += call.output.length
    }
    return call
  }

  /** A call with its end. */
  call(call: OpenCall & CallEnd): void {
    this.begin('', call)
    this.open.delete('')
  }

  humanEdit(edit: Omit<HumanEdit, 'kind'>): void {
    const cut = (text: string | null) => (text === null ? null : cutEnds(text, longestOutput))
    this.add({
      kind: 'human_edit',
      ...edit,
      before: cut(edit.before),
      after: cut(edit.after),
      at: toTime(edit.at),
    })
  }

  interruption(at: string | null): void {
    this.add({ kind: 'interruption', at: toTime(at) })
  }

  rewind(prompts: number | null, at: string | null): void {
    this.add({ kind: 'rewind', prompts, at: toTime(at) })
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

  private add(event: SessionEvent): void {
    this.note({ at: event.at })
    if (this.events.length >= mostEvents || this.characters > mostCharacters) {
      this.isCut = true
      return
    }
    this.characters += measure(event)
    this.events.push(event)
  }
}

/** Words, such as `event_msg.item_completed` or `result-v2`: what else stands in the place of a type may be a secret. */
function isTypeName(type: string): boolean {
  if (type.length > 60 || /[A-Za-z]{31}/.test(type)) return false
  return /^[A-Za-z]+(?:[._:/-][A-Za-z]+)*(?:[._:/-]?v?\d{1,3})?$/.test(type)
}

function measure(event: SessionEvent): number {
  if (event.kind === 'prompt' || event.kind === 'answer') return event.text.length
  if (event.kind === 'human_edit') return (event.before?.length ?? 0) + (event.after?.length ?? 0)
  if (event.kind !== 'call') return 0
  return (event.command?.length ?? 0) + (event.output?.length ?? 0)
}

/** At most 50 of a kind, each of at most 1,000 characters. */
function addTo(set: Set<string>, value: string | null | undefined): void {
  if (value && set.size < 50) set.add(value.slice(0, 1000))
}

/** ISO 8601 in UTC; null for what is no time. */
export function toTime(at: string | null | undefined): string | null {
  if (!at) return null
  const time = new Date(at)
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 ? null : time.toISOString()
}
