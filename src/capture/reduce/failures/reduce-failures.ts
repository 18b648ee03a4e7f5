// The failures of a draft: what was tried and went wrong, reduced to what mattered.

import type { DraftFailure } from '../../../core/draft/draft.ts'
import type { SessionPaths } from '../../paths/session-paths.ts'
import { itemKey } from '../item-key.ts'
import { compareOrder, type Work } from '../work/work.ts'
import { describeCall } from './describe-call.ts'
import { describeResolution, describeStep } from './describe-resolution.ts'
import type { FailedAttempt } from './failed-attempt.ts'
import { findErrorLine } from './find-error-line.ts'
import { type Chain, followCalls } from './follow-calls.ts'
import { followHumans } from './follow-humans.ts'
import { isEnvironment } from './is-environment.ts'
import { matters, weigh } from './weigh-chain.ts'

/** A reader of a pull request reads no more; the costliest are kept. Nothing stands for the rest: a note would be an item. */
export const mostFailures = 12
const mostCandidates = 2000

/** The failures of `works` in the order of time; unless `full`, folded, and those of little cost left out. */
export function reduceFailures(
  works: readonly { work: Work; paths: SessionPaths }[],
  full: boolean,
): DraftFailure[] {
  const found = works
    .flatMap(({ work, paths }) => [
      ...followCalls(work.turns, paths, full).flatMap((chain) => toAttempts(chain, work, paths, full)),
      ...followHumans(work, paths),
    ])
    .filter(({ attempt, error, output }) => attempt || error || output)
    .sort((a, b) => compareOrder(a.order, b.order))
  if (full) return found.map(toFailure)
  const mattering = found.filter((attempt) => attempt.matters)
  // Errors are picked out of the output only of those that may be kept.
  const candidates = keepCostliest(fold(mattering, readOutput), mostCandidates).map((attempt) => ({
    ...attempt,
    output: null,
    error: readError(attempt),
  }))
  return keepCostliest(fold(candidates, readShape), mostFailures).map(toFailure)
}

function toAttempts(chain: Chain, { id }: Work, paths: SessionPaths, full: boolean): FailedAttempt[] {
  const runs = chain.runs.map((run, index): FailedAttempt => {
    const { event, position, order } = run.step
    const isLast = index === chain.runs.length - 1
    return {
      key: itemKey(id, 'call', position),
      order,
      attempt: describeCall(event, paths),
      more: 0,
      count: 1,
      output: event.output,
      error: event.exitCode === null ? null : `exit code ${event.exitCode}`,
      cause: run.cause,
      resolution: isLast
        ? describeResolution({ ...chain, runs: [run] }, paths)
        : describeStep(run.edited, paths),
      isStop: false,
      matters: true,
      cost: 0,
    }
  })
  const [first] = runs
  if (full || !first) return runs
  const told = chain.runs.find((run) => !isEnvironment(run.step.event, chain.kind))
  return [
    {
      ...first,
      output: told?.step.event.output ?? first.output,
      count: runs.length,
      cause: runs.find(({ cause }) => cause !== null)?.cause ?? null,
      resolution: describeResolution(chain, paths),
      matters: matters(chain),
      cost: weigh(chain),
    },
  ]
}

/** The same attempt with the same error, in several sessions or again later, is one. */
function fold(
  attempts: readonly FailedAttempt[],
  readError: (attempt: FailedAttempt) => string | null,
): FailedAttempt[] {
  const folded = new Map<string, FailedAttempt>()
  for (const attempt of attempts) {
    // What a human stopped is the same only when the human said the same of it.
    const said = attempt.isStop ? attempt.resolution : null
    const same = JSON.stringify([attempt.attempt, attempt.more, readError(attempt), said])
    const first = folded.get(same)
    if (first) {
      first.count += attempt.count
      first.cost += attempt.cost
      first.cause ??= attempt.cause
      // That it passed once says nothing when it failed again.
      first.resolution = attempt.resolution
    } else folded.set(same, { ...attempt })
  }
  return [...folded.values()]
}

function keepCostliest(attempts: readonly FailedAttempt[], most: number): FailedAttempt[] {
  const byCost = [...attempts].sort((a, b) => b.cost - a.cost || compareOrder(a.order, b.order))
  return byCost.slice(0, most).sort((a, b) => compareOrder(a.order, b.order))
}

function toFailure(found: FailedAttempt): DraftFailure {
  const { key, attempt, more, count, cause, resolution } = found
  return {
    key,
    attempt: attempt || null,
    ...(more > 0 ? { more } : {}),
    ...(count > 1 ? { times: count } : {}),
    error: readError(found),
    cause,
    resolution,
  }
}

function readError({ output, error }: FailedAttempt): string | null {
  return (output === null ? null : findErrorLine(output)) ?? error
}

function readOutput({ output, error }: FailedAttempt): string | null {
  return output ?? error
}

/** Lines move between runs, and times differ. */
function readShape({ error }: FailedAttempt): string | null {
  return error?.replace(/\d+/g, '0') ?? null
}
