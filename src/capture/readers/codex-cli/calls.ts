// Brings calls together with their ends, which a rollout holds in up to three rows: as an event, as an item, and as what
// the model was given back. The first that tells the end counts.

import { findCommitLines } from '../../session/find-commits.ts'
import { RecentMap } from '../../session/recent-map.ts'
import { mostEvents } from '../../session/session.ts'
import type { CallEnd, OpenCall, SessionBuilder } from '../../session/session-builder.ts'
import type { CallOutput } from './read-output.ts'

/** Kept only when they go wrong: that a file was read or a plan was noted tells nothing. */
const quiet = new Set(['read', 'search', 'other'])
/** Real ids have some 30 characters. */
const longestId = 200
/** Calls that have not ended and are remembered, of those that are kept only when they go wrong, and of those that run. */
const mostQuiet = 1_000
const mostRunning = 1_000

export class Calls {
  private readonly builder: SessionBuilder
  /** Ids of calls that have begun, ended or not. */
  private readonly begun = new RecentMap<string, true>(mostEvents)
  private readonly quietCalls = new RecentMap<string, OpenCall>(mostQuiet)
  /** Calls that still run in a terminal, by its number. */
  private readonly running = new RecentMap<string, string>(mostRunning)
  /** Calls that write to or wait for the command of another call. */
  private readonly waits = new RecentMap<string, string>(mostRunning)

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  begin(id: string, call: OpenCall): void {
    if (this.begun.has(id)) return
    if (id.length > longestId) {
      this.builder.call({ ...call, status: 'unknown' })
      return
    }
    this.begun.set(id, true)
    if (quiet.has(call.action)) this.quietCalls.set(id, call)
    else this.builder.begin(id, call)
  }

  /** Call `id` waits for the command in terminal `terminal`. */
  beginWait(id: string, terminal: string): void {
    const command = this.running.get(terminal)
    if (command !== undefined && id.length <= longestId) this.waits.set(id, command)
  }

  /** What call `id` gave back to the model. */
  output(id: string, { running, ...end }: CallOutput): void {
    const command = this.waits.get(id) ?? id
    this.waits.delete(id)
    if (running === null) this.end(command, end)
    else if (running.length <= longestId && command.length <= longestId) this.running.set(running, command)
  }

  end(id: string, end: CallEnd): void {
    const quietCall = this.quietCalls.get(id)
    if (quietCall) {
      this.quietCalls.delete(id)
      if (end.status !== 'ok') this.builder.call({ ...quietCall, ...end })
      return
    }
    const output = end.output ?? ''
    const ended = this.builder.end(id, { ...end, output })
    if (ended?.action === 'shell' && output !== '') ended.commits = findCommitLines(output)
  }
}
