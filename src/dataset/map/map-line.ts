// One line of an input to its staged rows: the pipeline of the map, on one page.

import type { WorklogRecord } from '../../core/record/schema.ts'
import type { Input } from '../input.ts'
import { applyAuthorMode } from '../privacy/apply-author-mode.ts'
import { dropBareMarks } from '../privacy/drop-bare-marks.ts'
import { checkRetention } from '../privacy/retention.ts'
import { applyOutcome, applyTrust } from './apply-trust.ts'
import { type MapContext, timed } from './map-context.ts'
import { type BadLine, dropUnknown, readLine } from './read-line.ts'
import { createRecordKeys, listPullRequestKeys } from './record-keys.ts'
import { redactAgain } from './redact-again.ts'
import { serializeContent } from './serialize-record.ts'
import { createCandidate, createTextRow } from './staged-rows.ts'

/** What the staged tables get of a line, as lines of JSON. */
export interface MappedLine {
  candidate: string
  /** Null when the record is dropped: no text of it is kept. */
  record: string | null
  dropped: string | null
  isCut: boolean
}

/** The rows of `line`, which is row `rowId`, or why there are none. */
export function mapLine(
  line: string,
  rowId: string,
  input: Input,
  context: MapContext,
): MappedLine | BadLine {
  const { timings } = context
  const read = readLine(line, input.kind, context)
  if ('reason' in read) return read
  const { hasUnknown, isCut } = read
  const known = applyKnown(applyTrust(read.record, input.trust), context)
  const dropped = timed(timings, 'privacy', () => whyDropped(known, context))
  if (dropped !== null) {
    const keys = createRecordKeys(known, () => rowId)
    const row = { rowId, keys, input, record: known, published: null, dropped, contentHash: null, text: null }
    return { candidate: JSON.stringify(createCandidate(row, context.salt)), record: null, dropped, isCut }
  }
  const redacted = timed(timings, 'redact', () => redactAgain(known, context.redaction))
  const stored = timed(timings, 'stringify', () => serializeContent(redacted))
  const keys = createRecordKeys(redacted, () => stored.contentHash)
  const plain = hasUnknown ? dropUnknown(redacted) : redacted
  // Of what names no pull request the id is that of its content.
  const record = plain.record_id === null ? { ...plain, record_id: keys.recordId } : plain
  const published = timed(timings, 'privacy', () =>
    dropBareMarks(applyAuthorMode(record, keys.recordId, context.naming)),
  )
  const shown =
    published === redacted ? stored : timed(timings, 'stringify', () => serializeContent(published))
  const { contentHash } = shown
  const text = createTextRow(record, timings)
  const candidate = timed(timings, 'hash', () =>
    createCandidate({ rowId, keys, input, record, published, dropped, contentHash, text }, context.salt),
  )
  return timed(timings, 'stringify', () => ({
    candidate: JSON.stringify(candidate),
    record: `{"row_id":"${rowId}","json":${JSON.stringify(stored.json)},${shown.json.slice(1)}`,
    dropped,
    isCut,
  }))
}

function applyKnown(record: WorklogRecord, { outcomes }: MapContext): WorklogRecord {
  if (outcomes.size === 0) return record
  const { byId, byName } = listPullRequestKeys(record)
  const keys = [record.record_id?.toLowerCase(), byId, byName].filter((key) => typeof key === 'string')
  return applyOutcome(record, keys, outcomes)
}

function whyDropped(record: WorklogRecord, { isErased, isOptedOut, retention }: MapContext): string | null {
  const { author, repository, repository_id, pr_number, host } = record.source
  const known = { author, repository, repositoryId: repository_id, number: pr_number, host }
  if (isErased(known)) return 'tombstone'
  if (isOptedOut(known)) return 'opt_out'
  return checkRetention(record, retention)
}
