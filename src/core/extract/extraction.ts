// What was read from a pull request, before it becomes the rows of a record.

import type { Document } from '../document/read-document.ts'
import type { WorklogRecord } from '../record/schema.ts'

export interface Extraction {
  /** Every source that was read as Markdown; the body first. */
  documents: readonly Document[]
  /** Every source with what became of it. */
  sources: WorklogRecord['sources']
  /** Whether the author states both that AI was used and that it was not. */
  contradictory: boolean
  /** The parts of the record that come from reading. */
  rows: Pick<
    WorklogRecord,
    | 'ai_use'
    | 'ai_use_basis'
    | 'extent'
    | 'sections'
    | 'tools'
    | 'prompts'
    | 'failures'
    | 'corrections'
    | 'context'
    | 'review'
    | 'links'
    | 'signals'
    | 'commits'
  >
}
