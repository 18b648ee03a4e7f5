// The pipeline on one page: a pull request and a policy in, a record and a verdict out. Pure.

import { decideConsent } from './consent/decide-consent.ts'
import { extractPullRequest } from './extract/extract-pull-request.ts'
import type { Extraction } from './extract/extraction.ts'
import type { RecordOptions } from './extract-record.ts'
import { decideResult } from './policy/decide-result.ts'
import { findProblems } from './policy/find-problems.ts'
import type { Policy } from './policy/policy.ts'
import type { PolicyProblem } from './policy/policy-problem.ts'
import { applyPrivacy } from './privacy/apply-privacy.ts'
import type { PullRequest } from './pull-request.ts'
import { createRecord } from './record/create-record.ts'
import type { WorklogRecord } from './record/schema.ts'
import { redactRecord } from './redact/redact.ts'

/** `skipped`: nothing to check. `error`: could not check. */
export type Result = 'pass' | 'warn' | 'fail' | 'skipped' | 'error'

export interface CheckOptions extends RecordOptions {
  policy: Policy
  /** Blob SHA of the policy file; null when there is none. */
  policySha: string | null
  /** What is wrong with the policy file: each becomes a finding of severity `error`. */
  policyProblems: readonly PolicyProblem[]
  /** Values that must not stand in the record, such as our own token; default none. */
  knownSecrets?: readonly string[]
}

/** The outcome of one check. `record.findings` and `record.policy` are filled. */
export interface Check {
  record: WorklogRecord
  result: Exclude<Result, 'skipped' | 'error'>
  /** What the record was made from, for whoever explains it. */
  extraction: Extraction
}

/** Reads, checks and records one pull request, redacted. Throws only when redaction fails. */
export function checkPullRequest(pullRequest: PullRequest, options: CheckOptions): Check {
  const { policy, policySha, policyProblems } = options
  const extraction = extractPullRequest(pullRequest, policy.vocabulary, options.bounded)
  const record = createRecord(pullRequest, extraction, options)
  const findings = findProblems({ record, extraction, policy }, policyProblems)
  const result = decideResult(policy.mode, findings)
  const whole = {
    ...record,
    policy: { sha: policySha, mode: policy.mode, result, exemptions: [] },
    consent: decideConsent(extraction.consent, policy.consent, pullRequest, options.generatedAt),
    findings,
  }
  const kept = applyPrivacy(whole, policy.privacy, pullRequest)
  return { result, extraction, record: redactRecord(kept, options.knownSecrets) }
}
