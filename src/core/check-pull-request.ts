// The pipeline on one page: a pull request and a policy in, a record and a verdict out. Pure.

import type { Policy } from './policy/policy.ts'
import type { PolicyProblem } from './policy/policy-problem.ts'
import type { PullRequest } from './pull-request.ts'
import type { WorklogRecord } from './record/schema.ts'

/** `skipped`: nothing to check. `error`: could not check. */
export type Result = 'pass' | 'warn' | 'fail' | 'skipped' | 'error'

export interface CheckOptions {
  policy: Policy
  /** Blob SHA of the policy file; null when there is none. */
  policySha: string | null
  /** What is wrong with the policy file; the check then goes on with the default policy in `policy`. */
  policyProblems: readonly PolicyProblem[]
  /** ISO 8601, UTC. */
  generatedAt: string
  /** Version of ai-worklog. */
  version: string
}

/** The outcome of one check. `record.findings` and `record.policy.result` are filled. */
export interface Check {
  record: WorklogRecord
  result: Exclude<Result, 'skipped' | 'error'>
}

/** Reads, checks and records one pull request. Never throws on what the pull request holds. */
export declare function checkPullRequest(pullRequest: PullRequest, options: CheckOptions): Check
