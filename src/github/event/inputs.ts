// The action's inputs once they are known to be right. Their documentation is in action.yml.

import type { Mode } from '../../core/policy/policy.ts'

/** Where a policy file is; `repository` is null for the repository of the pull request. */
export interface PolicyLocation {
  /** `owner/name`. */
  repository: string | null
  path: string
}

export interface Inputs {
  /** Empty for none. */
  githubToken: string
  /** Null leaves the policy's mode. */
  mode: Mode | null
  /** Null stands for the default place, where a policy may be missing. */
  policy: PolicyLocation | null
  /** Null takes the number from the event. */
  pullRequest: number | null
  upload: boolean
  artifactName: string
  /** 1 to 400. Null leaves the repository's setting. */
  retentionDays: number | null
  onUploadError: 'warn' | 'fail'
  comment: boolean
  /** Null for none. */
  label: string | null
  /** Files and folders with transcripts, from the workspace; null for the known places, empty for none. */
  transcripts: readonly string[] | null
}

/** Where a repository's policy is unless an input or a policy says otherwise. */
export const defaultPolicyPath = '.github/ai-worklog.yml'
