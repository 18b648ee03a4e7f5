// A file in a job that may hold sessions, with where it was found.

import type { FoundFile } from '../../capture/find/find-files.ts'
import type { EvidencePlace } from './find-places.ts'

export interface Candidate extends FoundFile {
  /** `named`: the input does. */
  place: EvidencePlace['kind'] | 'named'
}

export interface Candidates {
  /** Newest first. */
  candidates: readonly Candidate[]
  /** What could not be looked at, in sentences. */
  notices: readonly string[]
}

/** Files of one run; the newest count. */
export const mostCandidates = 500
