// What one source brings.

import type { Input, OutcomeUpdate, Problem } from '../input.ts'

/** An artifact that need not be fetched again. */
export interface SeenArtifact {
  /** `owner/name`. */
  repository: string
  /** GitHub's id of the artifact. */
  id: number
  /** `sha256:…` as GitHub says; null when it says none. */
  digest: string | null
}

export interface Collected {
  inputs: readonly Input[]
  outcomes: readonly OutcomeUpdate[]
  problems: readonly Problem[]
  artifacts: readonly SeenArtifact[]
  /** Until when the history of repositories was read; absent or empty without history. */
  through?: readonly { repositoryId: number; time: string }[]
  /** JSONL of `{record_id, repository, pr_number, diff}`, not redacted; absent or null without diffs. */
  diffs?: string | null
  /** For the manifest and the summary, such as `fetched`, `skipped`, `expired`. */
  counts: Readonly<Record<string, number>>
}
