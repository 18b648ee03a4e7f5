// What a human stopped: proposals that were not let through, answers that were interrupted, prompts that were taken back.
// The human's words are the instruction that came of it, so they are the resolution; a cause only when they state one.

import type { SessionPaths } from '../../paths/session-paths.ts'
import type { Call, SessionEvent } from '../../session/session.ts'
import { itemKey } from '../item-key.ts'
import { isCorrective } from '../prompts/is-corrective.ts'
import { isSuperseded } from '../prompts/is-superseded.ts'
import { steers } from '../prompts/steers.ts'
import { toOneLine } from '../text/one-line.ts'
import type { Step, Turn, Work } from '../work/work.ts'
import { readCommandKind } from './command-kind.ts'
import { describeCall } from './describe-call.ts'
import type { FailedAttempt } from './failed-attempt.ts'
import { findStatedCause } from './find-stated-cause.ts'

/** A human's time costs more than a few runs. */
const humanCost = 8
const unexplainedCost = 3

/** The attempts in `turns` that a human stopped, in order. */
export function followHumans({ id, turns, taken }: Work, paths: SessionPaths): FailedAttempt[] {
  return turns.flatMap((turn, index) => {
    const next = turns[index + 1]?.prompt?.event.text ?? null
    return [...readStops(turn, next, id, paths), ...readRewinds(turn, taken, next, id)]
  })
}

/** Rejections and interruptions; those that nothing was done between are one stop. */
function readStops(turn: Turn, next: string | null, id: string, paths: SessionPaths): FailedAttempt[] {
  const stops: Stop[] = []
  let stop: Stop | null = null
  let last: Call | null = null
  for (const step of turn.steps) {
    const { event } = step
    if (isStopped(event)) {
      if (stop === null) {
        stop = beginStop(step, last, id)
        stops.push(stop)
      }
      if (event.kind === 'call') addRejection(stop, event)
    } else if (event.kind === 'call') {
      last = isLook(event) ? null : event
      // Calls that were cut off belong to the stop that follows or stands already.
      if (event.status !== 'interrupted') stop = null
    }
  }
  if (stop !== null) stop.isEnd = true
  // A prompt that was stopped before anything was done, to be sent again, is no attempt.
  const lastEdits = findLastEdits(turn)
  const isResent = next !== null && isSuperseded(turn, next)
  return stops.map((found) => {
    const attempt = toAttempt(found, found.isEnd ? next : null, lastEdits, paths)
    const isQuestion = found.calls.some(({ name }) => asks(name))
    return { ...attempt, matters: attempt.matters && !isResent && !isQuestion }
  })
}

/** What only looked around is not what the human stopped. */
function isLook({ action, command, status }: Call): boolean {
  if (action !== 'shell') return action === 'read' || action === 'search'
  return status === 'ok' && readCommandKind(command ?? '').purpose === 'look'
}

/** Who refuses a question answers in other words. */
function asks(name: string): boolean {
  return /^(?:ask_?user|ask_?follow_?up|ask_?question|request_?user_?input)/i.test(name)
}

function isStopped(event: SessionEvent): boolean {
  return event.kind === 'interruption' || (event.kind === 'call' && event.status === 'rejected')
}

function beginStop({ event, position, order }: Step, stopped: Call | null, id: string): Stop {
  return { key: itemKey(id, event.kind, position), order, calls: [], stopped, feedback: [], isEnd: false }
}

function addRejection(stop: Stop, call: Call): void {
  stop.calls.push(call)
  if (call.feedback !== null && steers(call.feedback)) stop.feedback.push(call.feedback)
}

interface Stop extends Pick<FailedAttempt, 'key' | 'order'> {
  /** What was not let through. */
  calls: Call[]
  /** What ran when the human interrupted. */
  stopped: Call | null
  feedback: string[]
  /** Whether nothing was done after it until the next prompt. */
  isEnd: boolean
}

function toAttempt(
  stop: Stop,
  next: string | null,
  lastEdits: ReadonlyMap<string, number>,
  paths: SessionPaths,
): FailedAttempt {
  const isRejection = stop.calls.length > 0
  const [first = stop.stopped] = stop.calls
  const told = next !== null && isInstruction(next, isRejection) ? next : null
  const said = stop.feedback[0] ?? told
  return {
    key: stop.key,
    order: stop.order,
    attempt: first ? describeCall(first, paths) : null,
    more: Math.max(0, stop.calls.length - 1),
    count: 1,
    output: null,
    error: isRejection ? 'rejected by the human' : 'stopped by the human',
    cause: said === null ? null : findStatedCause(said),
    resolution: said === null ? null : toOneLine(`the human said: ${said}`),
    isStop: true,
    matters: said !== null || stop.calls.some((call) => isTakenBack(call, stop, lastEdits)),
    cost: said === null ? unexplainedCost : humanCost,
  }
}

/** What follows a refusal tells what to do instead; what follows an interruption may be about anything. */
function isInstruction(text: string, isRejection: boolean): boolean {
  return steers(text) && !plan.test(text) && (isRejection || isCorrective(text))
}

/** Claude Code ends the session with this when the human takes the plan and wants a fresh one for it. */
const plan = /^Implement the following plan:/

/** An edit that was refused without a word and not proposed again. */
function isTakenBack({ paths }: Call, { order }: Stop, lastEdits: ReadonlyMap<string, number>): boolean {
  return paths.length > 0 && !paths.some((path) => (lastEdits.get(path) ?? -1) > order.event)
}

/** Where in the session each path was last edited. */
function findLastEdits({ steps }: Turn): Map<string, number> {
  const last = new Map<string, number>()
  for (const { event, order } of steps) {
    if (event.kind !== 'call' || event.status !== 'ok') continue
    for (const path of event.paths) last.set(path, order.event)
  }
  return last
}

function readRewinds(
  { steps }: Turn,
  byRewind: Work['taken'],
  next: string | null,
  id: string,
): FailedAttempt[] {
  const rewinds = steps.filter(({ event }) => event.kind === 'rewind')
  return rewinds.map(({ position, order }) => {
    const taken = byRewind.get(order.event) ?? []
    const text = taken[0]?.prompt?.event.text
    const said = next !== null && steers(next) ? next : null
    return {
      key: itemKey(id, 'rewind', position),
      order,
      attempt: text === undefined ? null : toOneLine(text, longestAttempt),
      more: 0,
      count: 1,
      output: null,
      error:
        taken.length > 1
          ? `taken back by the human with ${taken.length - 1} more`
          : 'taken back by the human',
      cause: said === null ? null : findStatedCause(said),
      resolution: said === null ? null : toOneLine(`the human asked instead: ${said}`),
      isStop: true,
      matters: text !== undefined,
      cost: humanCost,
    }
  })
}

const longestAttempt = 200
