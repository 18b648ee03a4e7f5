// What the sources hand to the map: JSONL files on disk, one record or pull request a line. Nothing in them is trusted.

/** Where records came from. The order is the order of the manifest. */
type SourceKind = 'store' | 'artifact' | 'history' | 'file'

/**
 * Whose word a record is. `base`: a run of the base repository made it. `local`: the user handed it in. `history`: this
 * program read it from the API just now. `fork`: a fork's run made it; it never sets consent and never replaces another.
 */
export type Trust = 'base' | 'local' | 'history' | 'fork'

/** One JSONL file to map. */
export interface Input {
  path: string
  /** What problems name: a path, or `artifacts of octo/app`. */
  name: string
  /** What a line holds; `auto` looks for `schema_version`, line by line. */
  kind: 'record' | 'pull-request' | 'auto'
  source: SourceKind
  trust: Trust
}

/** What became of a pull request, as the API says now. It replaces what a record says. Times are ISO 8601 in UTC. */
export interface OutcomeUpdate {
  /** As in a record: `host/repository_id/pr_number`. */
  recordId: string
  state: 'open' | 'closed'
  merged: boolean | null
  closedAt: string | null
  mergedAt: string | null
  mergeSha: string | null
  revertedBy: string | null
  checks: string | null
  reviewDecision: string | null
}

/** One thing that could not be taken, for the user to see. */
export interface Problem {
  /** `path:line`, `octo/app artifact 123`. */
  place: string
  /** One of few words, counted by: `not-json`, `wrong-digest`, `expired`. */
  reason: string
  /** A sentence with the value and the remedy. May hold a stranger's text: print it through the log writer. */
  message: string
}
