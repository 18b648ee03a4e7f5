// The pipeline on one page: a pull request and a policy in, a record and a verdict out. Pure.

import { decideConsent } from './consent/decide-consent.ts'
import { createRecord } from './create-record.ts'
import type { Draft } from './draft/draft.ts'
import { addEvidence } from './evidence/add-evidence.ts'
import { askNothing } from './exempt/ask-nothing.ts'
import { type ExemptFacts, unasked } from './exempt/exempt-facts.ts'
import { findExemptions, isExempt } from './exempt/find-exemptions.ts'
import { extractPullRequest } from './extract/extract-pull-request.ts'
import type { Extraction } from './extract/extraction.ts'
import type { RecordOptions } from './extract-record.ts'
import { decideResult } from './policy/decide-result.ts'
import { findProblems } from './policy/find-problems.ts'
import type { Policy } from './policy/policy.ts'
import type { PolicyProblem } from './policy/policy-problem.ts'
import { applyPrivacy } from './privacy/apply-privacy.ts'
import type { PullRequest } from './pull-request.ts'
import { redactRecord } from './redact/redact-record.ts'
import type { RedactedRecord } from './redact/redacted.ts'
import { noRedaction, type Redaction } from './redact/redaction.ts'

/** `skipped`: nothing to check. `error`: could not check. */
export type Result = 'pass' | 'warn' | 'fail' | 'skipped' | 'error'

export interface CheckOptions extends RecordOptions {
  policy: Policy
  /** Blob SHA of the policy file; null when there is none. */
  policySha: string | null
  /** What is wrong with the policy file: each becomes a finding of severity `error`. */
  policyProblems: readonly PolicyProblem[]
  /** What was asked about the author and the labels; default nothing. */
  exemptFacts?: ExemptFacts
  /** What the policy and the run add to the rules of redaction; default nothing. */
  redaction?: Redaction
  /** What was read from transcripts of AI tools, redacted; default nothing. */
  evidence?: Draft | null
}

/** The outcome of one check. `record.findings` and `record.policy` are filled. */
export interface Check {
  record: RedactedRecord
  result: Exclude<Result, 'error'>
  /** What the record was made from, for whoever explains it. */
  extraction: Extraction
}

/** Reads, checks and records one pull request, redacted. Never throws on what it holds. */
export function checkPullRequest(pullRequest: PullRequest, options: CheckOptions): Check {
  const { policy, policySha, policyProblems, redaction = noRedaction } = options
  const extraction = addEvidence(
    extractPullRequest(pullRequest, policy.vocabulary, options.bounded),
    options.evidence ?? null,
  )
  const record = createRecord(pullRequest, extraction, options)
  const exemptions = findExemptions(pullRequest, policy.exempt, options.exemptFacts ?? unasked)
  const asked = isExempt(exemptions) ? askNothing(policy) : policy
  const findings = findProblems({ record, extraction, policy: asked, redaction }, policyProblems)
  // What a policy that cannot be read would exempt is not known.
  const result = decideResult(policy.mode, findings, policyProblems.length === 0 ? exemptions : [])
  const whole = {
    ...record,
    policy: { sha: policySha, mode: policy.mode, result, exemptions },
    consent: decideConsent(extraction.consent, policy.consent, pullRequest, options.generatedAt),
    findings,
  }
  const kept = applyPrivacy(whole, policy.privacy, pullRequest)
  return { result, extraction, record: redactRecord(kept, redaction) }
}
