// The row of a candidate: what the SELECTs decide by.

import type { WorklogRecord } from '../../core/record/schema.ts'
import type { Input } from '../input.ts'
import { trustRanks } from './apply-trust.ts'
import { countAreas } from './count-areas.ts'
import { timed } from './map-context.ts'
import type { MapTimings } from './map-options.ts'
import { hashBands } from './min-hash.ts'
import { type RecordKeys, toBucket } from './record-keys.ts'
import { fewestWords, hashText, normalizeText, splitText } from './record-text.ts'

/** What is known of the text of a record. */
export interface TextRow {
  words: number
  textHash: string | null
  /** One for each band; none when the text is too short. */
  bands: number[]
}

export interface CandidateSource {
  rowId: string
  keys: RecordKeys
  input: Input
  record: WorklogRecord
  /** Null when the record is dropped. */
  published: WorklogRecord | null
  dropped: string | null
  contentHash: string | null
  text: TextRow | null
}

/** Hashes of the text of `record`. */
export function createTextRow(record: WorklogRecord, timings: MapTimings): TextRow {
  const text = timed(timings, 'hash', () => normalizeText(record))
  return timed(timings, 'minhash', () => {
    const words = splitText(text)
    return {
      words: words.length,
      textHash: hashText(text, words.length),
      bands: words.length < fewestWords ? [] : hashBands(words),
    }
  })
}

/** With `bands` and `areas`, which become tables of their own. A dropped record shows nothing but what it was dropped by. */
export function createCandidate(
  { rowId, keys, input, record, published, dropped, contentHash, text }: CandidateSource,
  salt: string,
): Record<string, unknown> {
  const { source } = record
  return {
    row_id: rowId,
    record_key: keys.record,
    record_id: published === null ? null : (published.record_id ?? keys.recordId),
    source: input.source,
    trust: input.trust,
    trust_rank: trustRanks[input.trust],
    generated_at: record.generated_at,
    run_attempt: source.run?.attempt ?? 0,
    content_hash: contentHash,
    host: source.host?.toLowerCase() ?? null,
    repository_name: source.repository?.toLowerCase() ?? null,
    repository: source.repository,
    repository_id: source.repository_id,
    pr_number: source.pr_number,
    visibility: source.visibility,
    license: source.license,
    consent: record.consent.training,
    dropped,
    words: text?.words ?? null,
    text_hash: text?.textHash ?? null,
    repository_bucket: toBucket(salt, keys.repository),
    pull_request_bucket: toBucket(salt, `${keys.repository}#${source.pr_number ?? keys.record}`),
    created_month: toMonth(source.created_at),
    ...(published === null ? {} : showRecord(published)),
    bands: text?.bands ?? [],
    areas: published === null ? [] : countAreas(published.files),
  }
}

/** What reports show of a record; fields of a dropped one are null. */
function showRecord({ source, policy, review, outcome, ...record }: WorklogRecord): Record<string, unknown> {
  return {
    created_at: source.created_at,
    url: source.url,
    title: source.title,
    ai_use: record.ai_use,
    result: policy.result,
    completeness: record.completeness.score,
    human_reviewed: review.human_reviewed,
    tests_run: review.tests_run,
    state: source.state,
    merged: outcome.merged,
    reverted_by: outcome.reverted_by,
    checks: outcome.checks,
    review_decision: outcome.review_decision,
  }
}

function toMonth(time: string | null): number | null {
  return time === null ? null : Number(time.slice(0, 4)) * 100 + Number(time.slice(5, 7))
}
