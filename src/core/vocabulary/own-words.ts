// The words a repository adds to the vocabulary: its own titles, labels, denials and placeholders, in any language.

/** What a title may announce. */
export const headingTopics = [
  'disclosure',
  'tools',
  'prompts',
  'failures',
  'corrections',
  'context',
  'review',
] as const

/** What a label may name, with the label of ours that it stands for. */
export const labelNames = {
  tool: 'Tool',
  model: 'Model',
  version: 'Version',
  purpose: 'Used for',
  prompt: 'Prompt',
  refinement: 'Refinement',
  error: 'Error',
  cause: 'Cause',
  resolution: 'Resolution',
  what: 'What',
  why: 'Why',
  file: 'File',
  domain: 'Domain',
  requirements: 'Requirements',
  constraints: 'Constraints',
  performance: 'Performance',
  reviewer: 'Reviewed by',
  verification: 'Verification',
  consent: 'Training consent',
} as const

export type LabelName = keyof typeof labelNames

/** Words as written; compared without case, emphasis, numbering and punctuation at the end. */
export interface OwnWords {
  headings: Readonly<Partial<Record<(typeof headingTopics)[number], readonly string[]>>>
  labels: Readonly<Partial<Record<LabelName, readonly string[]>>>
  /** Answers that mean "none". */
  denials: readonly string[]
  /** Answers that mean "yes"; default none. */
  affirmations?: readonly string[]
  /** Lines and values that stand in for an answer. */
  placeholders: readonly string[]
}

/** A repository that adds none. */
export const noOwnWords: OwnWords = { headings: {}, labels: {}, denials: [], placeholders: [] }
