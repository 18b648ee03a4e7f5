// Commands and tools that fail, followed to where they end well or are given up: "fails, edit, fails, edit, passes" is one
// failure with its resolution.

import type { SessionPaths } from '../../paths/session-paths.ts'
import type { Call } from '../../session/session.ts'
import { steers } from '../prompts/steers.ts'
import type { Order, Step, Turn } from '../work/work.ts'
import { type CommandKind, readCommandKind, settles } from './command-kind.ts'
import { findStatedCause } from './find-stated-cause.ts'
import { isAnswer } from './is-answer.ts'

/** One run that failed. */
interface FailedRun {
  step: Step<Call>
  /** Files edited until the next run or the end, as written. */
  edited: Set<string>
  /** What else went well until then. */
  ran: Set<string>
  cause: string | null
}

/** Failed runs of the same thing, until it passed or was given up. */
export interface Chain {
  runs: FailedRun[]
  kind: CommandKind | null
  /** The different commands among its runs. */
  kinds: Map<string, CommandKind>
  passedAt: Order | null
  /** The command that passed, when it was one. */
  passedBy: string | null
  /** A run ended well whose exit code does not say so, as behind a pipe, or that did less. */
  mayHavePassed: boolean
  /** The human stepped in while it stood. */
  hasHuman: boolean
}

/** This many calls between a failure and a prompt: the prompt is about something else. */
const nearby = 3

/** The chains of `turns`, in order of their first failure. */
export function followCalls(turns: readonly Turn[], paths: SessionPaths, full: boolean): Chain[] {
  const follower = new Follower(paths, full)
  for (const turn of turns) {
    if (turn.prompt) follower.prompt(turn.prompt.event.text)
    else follower.pause()
    for (const step of turn.steps) {
      if (step.event.kind === 'answer') follower.answer(step.event.text)
      else if (step.event.kind === 'call') follower.call({ ...step, event: step.event })
    }
  }
  return follower.chains
}

class Follower {
  readonly chains: Chain[] = []
  /** Chains that have not ended, by what they are runs of. */
  private readonly open = new Map<string, Chain>()
  /** The last of them, which are told what is done. */
  private recent: Chain[] = []
  private readonly paths: SessionPaths
  private readonly full: boolean
  private last: { chain: Chain; run: FailedRun; calls: number } | null = null

  constructor(paths: SessionPaths, full: boolean) {
    this.paths = paths
    this.full = full
  }

  answer(text: string): void {
    if (this.last && this.last.calls === 0) this.last.run.cause ??= findStatedCause(text)
  }

  prompt(text: string): void {
    if (this.last && this.last.calls <= nearby && this.last.chain.passedAt === null && steers(text)) {
      this.last.chain.hasHuman = true
      this.last.run.cause ??= findStatedCause(text)
    }
    this.last = null
  }

  /** What follows is about something else. */
  pause(): void {
    this.last = null
  }

  call(step: Step<Call>): void {
    const { event } = step
    const kind = event.action === 'shell' ? readCommandKind(event.command ?? '') : null
    if (event.status === 'failed') {
      if (kind === null || !isAnswer(event, kind, this.full)) this.fail(step, kind)
      return
    }
    if (this.last) this.last.calls++
    if (event.status !== 'ok' && event.status !== 'unknown') return
    if (event.action === 'edit' || event.paths.length > 0) this.edit(event)
    if (event.status === 'ok') this.pass(step, kind)
  }

  private fail(step: Step<Call>, kind: CommandKind | null): void {
    const run: FailedRun = { step, edited: new Set(), ran: new Set(), cause: null }
    const thing = this.thingOf(step.event, kind)
    let chain = this.open.get(thing)
    if (chain) chain.runs.push(run)
    else {
      chain = {
        runs: [run],
        kind,
        kinds: new Map(),
        passedAt: null,
        passedBy: null,
        mayHavePassed: false,
        hasHuman: false,
      }
      this.open.set(thing, chain)
      this.chains.push(chain)
      this.recent = [...this.recent.slice(1 - mostRecent), chain]
    }
    if (kind) chain.kinds.set(step.event.command ?? '', kind)
    chain.mayHavePassed = false
    this.last = { chain, run, calls: 0 }
  }

  private pass({ event, order }: Step<Call>, kind: CommandKind | null): void {
    const thing = this.thingOf(event, kind)
    const chain = this.open.get(thing)
    if (!chain) {
      if (kind !== null && kind.purpose !== 'look')
        this.note(({ ran }) => ran.size < mostNoted && ran.add(event.command ?? ''))
      return
    }
    if (kind !== null && !settlesAll(kind, chain)) {
      chain.mayHavePassed = true
      return
    }
    chain.passedAt = order
    chain.passedBy = event.command
    this.open.delete(thing)
    this.recent = this.recent.filter((other) => other !== chain)
  }

  private edit(event: Call): void {
    this.note((run) => {
      for (const path of event.paths) if (run.edited.size < mostNoted) run.edited.add(path)
    })
  }

  private note(tell: (run: FailedRun) => unknown): void {
    for (const { runs } of this.recent) {
      const run = runs.at(-1)
      if (run) tell(run)
    }
  }

  private thingOf(event: Call, kind: CommandKind | null): string {
    if (kind) return `run ${kind.purpose === 'check' ? kind.family : kind.words.join(' ')}`
    const [path] = event.paths
    return path === undefined ? `tool ${event.name}` : `edit ${this.paths.name(path)}`
  }
}

const mostNoted = 50
const mostRecent = 20

/** More different commands than this are not looked through: none is said to have settled them. */
const mostKinds = 50

function settlesAll(kind: CommandKind, { kinds }: Chain): boolean {
  return kinds.size <= mostKinds && [...kinds.values()].every((failed) => settles(kind, failed))
}
