// What the transcripts in a job say of one pull request.

import type { Draft } from '../../core/draft/draft.ts'

export interface Evidence {
  /** What the transcripts say of the pull request, redacted; null for nothing. */
  draft: Draft | null
  /** What was read from where, for the log; null when there was nothing to read. */
  line: string | null
  /** What could not be read, in sentences. */
  notices: readonly string[]
}
