// Which of the collected records are taken, and on whose word.

import type { Problem } from '../../input.ts'
import { placeOf } from './artifact.ts'
import { findForgery, findForkForgery, isForkRun } from './find-forgery.ts'
import type { Entry } from './journal.ts'
import { type PullId, type Pulls, pullKey } from './read-pulls.ts'
import type { Refusal } from './refusal.ts'
import type { Range } from './write-spool.ts'

export interface Accepted {
  base: Range[]
  fork: Range[]
  problems: Problem[]
  /** Artifacts that must be looked at again: GitHub did not tell of their pull request. */
  open: Set<Entry>
}

/** The pull requests that must be known to judge `entries`, each once. */
export function findClaimedPulls(entries: readonly Entry[], host: string): PullId[] {
  const pulls = new Map<string, PullId>()
  for (const { repository, run, records } of entries) {
    for (const { claim } of records) {
      if (run === null || !isForkRun(run) || findForgery(claim, run, host) !== null) continue
      if (claim.prNumber === null) continue
      const id = { repository, repositoryId: run.repositoryId, number: claim.prNumber }
      pulls.set(pullKey(id), id)
    }
  }
  return [...pulls.values()]
}

/** Judges every record of `entries`, in their order. */
export function acceptRecords(entries: readonly Entry[], pulls: Pulls, host: string): Accepted {
  const accepted: Accepted = { base: [], fork: [], problems: [], open: new Set() }
  for (const entry of entries) {
    const place = placeOf(entry)
    for (const { reason, message } of entry.problems) accepted.problems.push({ place, reason, message })
    for (const { offset, length, claim } of entry.records) {
      const verdict = judge(entry, claim, pulls, host)
      if (verdict === 'base' || verdict === 'fork') accepted[verdict].push({ offset, length })
      else if (verdict === 'open') {
        accepted.open.add(entry)
        const message = `GitHub does not tell of pull request ${claim.prNumber} now. The next run tries it again; the token needs \`pull-requests: read\` and \`contents: read\`.`
        accepted.problems.push({ place, reason: 'unreachable', message })
      } else accepted.problems.push({ place, reason: verdict.reason, message: verdict.message })
    }
  }
  return accepted
}

function judge(
  { run }: Entry,
  claim: Entry['records'][number]['claim'],
  pulls: Pulls,
  host: string,
): 'base' | 'fork' | 'open' | Pick<Refusal, 'reason' | 'message'> {
  if (run === null) {
    const message =
      'GitHub does not say which run made it, so nobody can tell whose record this is. It was not taken.'
    return { reason: 'unverified', message }
  }
  const forgery = findForgery(claim, run, host)
  if (forgery !== null) return forgery
  if (!isForkRun(run)) return 'base'
  const { repositoryId } = run
  const pull = claim.prNumber === null ? null : pulls.get(pullKey({ repositoryId, number: claim.prNumber }))
  if (pull === undefined) return 'open'
  return findForkForgery(claim, run, pull) ?? 'fork'
}
