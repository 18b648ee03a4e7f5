// A pull request to its record, without a policy: the half of the pipeline that `extract` runs.

import type { Bounded } from './bounded.ts'
import { createRecord, type RecordMaking } from './create-record.ts'
import { extractPullRequest } from './extract/extract-pull-request.ts'
import type { PullRequest } from './pull-request.ts'
import { redactRecord } from './redact/redact-record.ts'
import type { RedactedRecord } from './redact/redacted.ts'
import { noOwnWords } from './vocabulary/own-words.ts'

export interface RecordOptions extends RecordMaking {
  /** Stops a parse that takes too long; by default nothing does but the caps on what is parsed. */
  bounded?: Bounded
}

/** The record of `pullRequest`; its policy, verdict and findings are empty. Never throws on what it holds. */
export function extractRecord(pullRequest: PullRequest, options: RecordOptions): RedactedRecord {
  return redactRecord(
    createRecord(pullRequest, extractPullRequest(pullRequest, noOwnWords, options.bounded), options),
  )
}
