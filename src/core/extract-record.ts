// A pull request to its record, without a policy: the half of the pipeline that `extract` runs.

import { extractPullRequest } from './extract/extract-pull-request.ts'
import type { PullRequest } from './pull-request.ts'
import { createRecord } from './record/create-record.ts'
import type { WorklogRecord } from './record/schema.ts'
import { redactRecord } from './redact/redact.ts'

export interface RecordOptions {
  /** ISO 8601, UTC. */
  generatedAt: string
  /** Version of ai-worklog. */
  version: string
}

/** The record of `pullRequest`; its policy, verdict and findings are empty. Throws only when redaction fails. */
export function extractRecord(pullRequest: PullRequest, options: RecordOptions): WorklogRecord {
  return redactRecord(createRecord(pullRequest, extractPullRequest(pullRequest), options))
}
