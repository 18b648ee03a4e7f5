// What a draft says, before it is Markdown: facts of sessions, reduced to what a reader of the pull request needs.

/** Every item has a key: the same item of the same session has the same key in every draft. */
interface Item {
  /** Eight hexadecimal digits. Made of ids and positions, never of texts. */
  key: string
}

export interface Draft {
  tools: readonly DraftTool[]
  prompts: readonly DraftPrompt[]
  /** True when there were prompts and the policy keeps them out of records: `prompts` is empty then. */
  promptsLeftOut?: boolean
  failures: readonly DraftFailure[]
  corrections: readonly DraftCorrection[]
}

export interface DraftTool extends Item {
  /** Such as `Claude Code`. */
  name: string
  version: string | null
  model: string | null
}

export interface DraftPrompt extends Item {
  kind: 'initial' | 'refinement'
  text: string
}

export interface DraftFailure extends Item {
  /** What was tried, such as `npm test`; null when only the error is known. */
  attempt: string | null
  /** Proposals that were refused together with it. */
  more?: number
  /** How often it went wrong, when more than once. */
  times?: number
  /** The line that says what went wrong. */
  error: string | null
  /** Only as someone stated it. */
  cause: string | null
  resolution: string | null
}

export interface DraftCorrection extends Item {
  what: string
  /** Only as someone stated it. */
  reason: string | null
  path: string | null
  before: string | null
  after: string | null
}
