// What one text of the author's tells, each thing with its place, before readings are combined and rows numbered.

import type { Place } from '../document/place.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { SectionName } from '../record/section-name.ts'
import type { SectionState } from './assess-section.ts'
import type { Statement } from './read-statement.ts'
import type { StatedContext } from './sections/read-context.ts'
import type { StatedCorrection } from './sections/read-corrections.ts'
import type { StatedFailure } from './sections/read-failures.ts'
import type { StatedPrompt } from './sections/read-prompts.ts'
import type { Attestation, StatedReview } from './sections/read-review.ts'
import type { StatedTool } from './sections/read-tools.ts'

/** A row of the record that still lacks its number. */
export type Placed<T> = T & { at: Place }

export interface SectionReading {
  state: SectionState
  /** Null when absent, and when it is told in passing. */
  place: Place | null
}

export interface TextReading {
  statement: Statement
  /** Where it is said that AI was used, or that none was. */
  said: Placed<{ answer: 'used' | 'none' }>[]
  sections: ReadonlyMap<SectionName, SectionReading>
  extent: WorklogRecord['extent']
  tools: Placed<StatedTool>[]
  prompts: Placed<StatedPrompt>[]
  failures: Placed<StatedFailure>[]
  corrections: Placed<StatedCorrection>[]
  context: StatedContext
  linkedIssues: string[]
  review: Omit<StatedReview, 'attestations'> & { attestations: Placed<Attestation>[] }
}
