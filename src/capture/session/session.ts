// One session with a coding agent: what every reader gives and everything after it takes. Texts are as the tool kept
// them, secrets and all: they may leave the process only through a draft, which is redacted.

/** One conversation. Times are ISO 8601 in UTC; null stands for what the format does not say. */
export interface Session {
  /** As the tool has it, a UUID or the name of the file; unique among the sessions of one tool. */
  id: string
  /** Id in the tool vocabulary, such as `claude-code`; null when it does not know the tool. */
  toolId: string | null
  /** Such as `Claude Code`. */
  toolName: string
  /** The newest version that wrote it, without a leading `v`. */
  version: string | null
  /** Model names as written, each once, in order of first use. */
  models: readonly string[]
  /** The file, folder or Git object it was read from. */
  path: string
  /** Working folders, as written: Windows paths too. Each once, in order. */
  folders: readonly string[]
  /** Branches it was on, each once, in order. */
  branches: readonly string[]
  startedAt: string | null
  endedAt: string | null
  /**
   * In order; successful reads and searches are left out. At most {@link mostEvents}, then only calls that edit further
   * files or may commit, without their texts.
   */
  events: readonly SessionEvent[]
  /** Whether events or their texts were left out because there are too many. */
  isCut: boolean
  /** Rows that were not understood, by type. */
  skipped: ReadonlyMap<string, number>
  /** What was broken: lines that are no JSON, lines over the limit. */
  problems: readonly SessionProblem[]
}

export interface SessionProblem {
  /** Such as `no JSON`, `longer than 8 MB`. Never text of the session. */
  reason: string
  /** From 1; null for the file as a whole. */
  line: number | null
  /** How many such places there are; `line` is the first. */
  count: number
}

export type SessionEvent = Prompt | Answer | Call | HumanEdit | Interruption | Rewind

interface Timed {
  at: string | null
}

/** What the human asked, without what the tool added. */
export interface Prompt extends Timed {
  kind: 'prompt'
  text: string
}

/** What the AI said, from its start; long ones are cut. */
interface Answer extends Timed {
  kind: 'answer'
  text: string
}

export type Action = 'shell' | 'edit' | 'read' | 'search' | 'fetch' | 'agent' | 'mcp' | 'other'

/**
 * `failed`: it ran and went wrong. `rejected`: a human did not allow it. `denied`: a hook, rule or sandbox did not: no
 * failure of the AI. `unknown`: the format keeps no result.
 */
export type CallStatus = 'ok' | 'failed' | 'rejected' | 'denied' | 'interrupted' | 'unknown'

/** Something the AI did, or wanted to do. */
export interface Call extends Timed {
  kind: 'call'
  action: Action
  /** The tool's own name for it, such as `Bash`. */
  name: string
  /** The command line of `shell`; else null. */
  command: string | null
  /** Files it edits, as written; empty for other actions. */
  paths: readonly string[]
  status: CallStatus
  exitCode: number | null
  /** What a call that is not `ok` gave back; both ends of a long one. */
  output: string | null
  /** What the human said when rejecting it. */
  feedback: string | null
  /** Abbreviated or full SHAs of commits it made, as its output names them. */
  commits: readonly string[]
}

/** A proposal that the human changed before it was applied. */
export interface HumanEdit extends Timed {
  kind: 'human_edit'
  path: string
  /** As the AI proposed it. */
  before: string | null
  /** As the human left it. */
  after: string | null
}

/** The human stopped the AI. */
export interface Interruption extends Timed {
  kind: 'interruption'
}

/** The human took back the last prompts with all that came of them. Those prompts stay in `events`. */
export interface Rewind extends Timed {
  kind: 'rewind'
  /** How many prompts were taken back; null when the format does not say. */
  prompts: number | null
}

/** Of one session; more are not kept whole. */
export const mostEvents = 20_000
