// What whoever made a record may say, and what the API says instead.

import type { WorklogRecord } from '../../core/record/schema.ts'
import type { OutcomeUpdate, Trust } from '../input.ts'
import { cleanTime } from './clean-time.ts'

/** By what of two records of a pull request the better one is known: the lowest wins. */
export const trustRanks: Readonly<Record<Trust, number>> = { base: 0, local: 1, history: 2, fork: 3 }

/** `record` without what a run of a fork may not say, and with the id that its pull request has, whatever it says. */
export function applyTrust(record: WorklogRecord, trust: Trust): WorklogRecord {
  const { host, repository, repository_id, pr_number } = record.source
  const name = repository_id ?? repository
  const isKnown = host !== null && name !== null && pr_number !== null
  const record_id = isKnown ? `${host}/${name}/${pr_number}` : record.record_id
  if (trust !== 'fork') return record_id === record.record_id ? record : { ...record, record_id }
  return { ...record, record_id, consent: { training: 'unset', by: null, at: null, scope: null } }
}

/** Updates by the id of a record, or by the name of its repository. */
export function indexOutcomes(outcomes: readonly OutcomeUpdate[]): ReadonlyMap<string, OutcomeUpdate> {
  const clean = (time: string | null) => (time === null ? null : cleanTime(time))
  return new Map(
    outcomes.map((update) => [
      update.recordId.toLowerCase(),
      { ...update, closedAt: clean(update.closedAt), mergedAt: clean(update.mergedAt) },
    ]),
  )
}

/** `record` with what became of its pull request, when `outcomes` has it under one of `keys`. */
export function applyOutcome(
  record: WorklogRecord,
  keys: readonly string[],
  outcomes: ReadonlyMap<string, OutcomeUpdate>,
): WorklogRecord {
  if (outcomes.size === 0) return record
  const update = keys.map((key) => outcomes.get(key)).find((found) => found !== undefined)
  if (!update) return record
  return {
    ...record,
    source: {
      ...record.source,
      state: update.state,
      closed_at: update.closedAt,
      merged_at: update.mergedAt,
      merge_sha: update.mergeSha,
    },
    outcome: {
      merged: update.merged,
      closed_at: update.closedAt,
      reverted_by: update.revertedBy,
      checks: update.checks,
      review_decision: update.reviewDecision,
    },
  }
}
