// Brings calls together with their ends, which a rollout holds in up to three rows: as an event, as an item, and as what
// the model was given back. The first that tells the end counts.

import { mostEvents } from '../../session/session.ts'
import type { CallEnd, OpenCall, SessionBuilder } from '../../session/session-builder.ts'
import { madeCommits } from './made-commits.ts'
import type { CallOutput } from './read-output.ts'

/** Kept only when they go wrong: that a file was read or a plan was noted tells nothing. */
const quiet = new Set(['read', 'search', 'other'])
/** Real ids have some 30 characters. */
const longestId = 200

export class Calls {
  private readonly builder: SessionBuilder
  /** Ids of calls that have begun, ended or not. */
  private readonly begun = new Set<string>()
  private readonly quietCalls = new Map<string, OpenCall>()
  /** Calls that still run in a terminal, by its number. */
  private readonly running = new Map<string, string>()
  /** Calls that write to or wait for the command of another call. */
  private readonly waits = new Map<string, string>()

  constructor(builder: SessionBuilder) {
    this.builder = builder
  }

  begin(id: string, call: OpenCall): void {
    if (this.begun.has(id)) return
    // Beyond this the session keeps no events: they must not fill the memory as open calls either.
    if (this.begun.size >= mostEvents || id.length > longestId) {
      this.builder.call({ ...call, status: 'unknown' })
      return
    }
    this.begun.add(id)
    if (quiet.has(call.action)) this.quietCalls.set(id, call)
    else this.builder.begin(id, call)
  }

  /** Call `id` waits for the command in terminal `terminal`. */
  beginWait(id: string, terminal: string): void {
    const command = this.running.get(terminal)
    if (command !== undefined && this.waits.size < mostEvents && id.length <= longestId)
      this.waits.set(id, command)
  }

  /** What call `id` gave back to the model. */
  output(id: string, { running, ...end }: CallOutput): void {
    const command = this.waits.get(id) ?? id
    this.waits.delete(id)
    if (running === null) this.end(command, end)
    else if (this.running.size < mostEvents) this.running.set(running, command)
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
    if (ended?.action === 'shell' && output !== '') ended.commits = madeCommits(output)
  }
}
