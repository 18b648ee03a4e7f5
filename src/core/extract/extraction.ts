// What was read from a pull request, before it becomes the rows of a record.

import type { Answer } from '../consent/read-answer.ts'
import type { Place } from '../document/place.ts'
import type { Document } from '../document/read-document.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { Marks } from '../signals/read-signals.ts'
import type { TemplateState } from './read-body.ts'

export interface Extraction {
  /** Every source that was read as Markdown; the body first. */
  documents: readonly Document[]
  /** The version of ours that drafted the description's section; null when it does not say so. */
  draftVersion: string | null
  /** What became of the part of the repository's template that asks about AI. */
  template: TemplateState
  /** Every source with what became of it. */
  sources: WorklogRecord['sources']
  /** Where the author says that AI was used, or that none was; the first of such places. */
  statements: readonly { answer: 'used' | 'none'; place: Place }[]
  /** The lists of the record that hold only the first of what was read, such as `prompts`. */
  cut: readonly string[]
  /** Whether the author states both that AI was used and that it was not. */
  contradictory: boolean
  /** Whether the author lets the record train models; null when nothing plain is said. */
  consent: (Answer & { place: Place }) | null
  /** The trailers and footers of tools, by the text they stand in. */
  marks: Marks
  /** Whether every commit message was read. False when the list is cut, and when there is none. */
  hasAllCommits: boolean
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
