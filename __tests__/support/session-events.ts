// Sessions written by hand: events a minute apart, with what a test does not care about filled in.

import type { Selected } from '../../src/capture/find/selected.ts'
import type { Call, Session, SessionEvent } from '../../src/capture/session/session.ts'

/** Spreads over each kind of event. */
type Untimed<Event> = Event extends SessionEvent ? Omit<Event, 'at'> & { at?: string | null } : never
export type EventOfTest = Untimed<SessionEvent>

/** A session whose events are a minute apart from `startedAt`, 2026-09-01T10:00 unless given. */
export function buildSession(events: readonly EventOfTest[], facts: Partial<Session> = {}): Session {
  const startedAt = facts.startedAt === undefined ? '2026-09-01T10:00:00.000Z' : facts.startedAt
  const timed = events.map((event, index) => ({
    ...event,
    at: event.at !== undefined ? event.at : startedAt === null ? null : minutesAfter(startedAt, index),
  }))
  return {
    id: 'session-1',
    toolId: 'claude-code',
    toolName: 'Claude Code',
    version: '2.1.40',
    models: ['claude-opus-4-6'],
    path: '/home/ann/.claude/projects/-work-app/session-1.jsonl',
    folders: ['/work/app'],
    branches: ['retries'],
    startedAt,
    endedAt: timed.at(-1)?.at ?? null,
    events: timed,
    isCut: false,
    skipped: new Map(),
    problems: [],
    ...facts,
  }
}

function minutesAfter(start: string, minutes: number): string {
  return new Date(Date.parse(start) + minutes * 60_000).toISOString()
}

/** A session as it was selected, for the commits it made. */
export function select(session: Session, commits: readonly string[] = []): Selected {
  return { session, why: { files: [], commits, folder: true, branch: true, time: true } }
}

export function prompt(text: string): EventOfTest {
  return { kind: 'prompt', text }
}

export function answer(text: string): EventOfTest {
  return { kind: 'answer', text }
}

/** A shell command; it ends well unless `output` or `exitCode` is given. */
export function ran(command: string, failure: Partial<Call> = {}): EventOfTest {
  const failed = failure.output !== undefined || (failure.exitCode ?? 0) !== 0
  return {
    ...emptyCall,
    action: 'shell',
    name: 'Bash',
    command,
    status: failed ? 'failed' : 'ok',
    exitCode: failed ? 1 : 0,
    ...failure,
  }
}

/** An edit of files, which goes through unless told otherwise. */
export function edited(path: string, facts: Partial<Call> = {}): EventOfTest {
  return { ...emptyCall, action: 'edit', name: 'Edit', paths: [path], status: 'ok', ...facts }
}

/** Any other call. */
export function called(facts: Partial<Call>): EventOfTest {
  return { ...emptyCall, ...facts }
}

export const interruption: EventOfTest = { kind: 'interruption' }

export function rewind(prompts: number | null): EventOfTest {
  return { kind: 'rewind', prompts }
}

const emptyCall: Omit<Call, 'at'> = {
  kind: 'call',
  action: 'other',
  name: 'Task',
  command: null,
  paths: [],
  status: 'ok',
  exitCode: null,
  output: null,
  feedback: null,
  commits: [],
}
