// Where something stands: the point and place types every reader, rule and record shares.

/** A point in a source text, as in unist: `line` and `column` from 1, `offset` from 0, all in UTF-16 units. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** The kinds of source a pull request is read from. */
type SourceKind = 'body' | 'title' | 'commit' | 'branch' | 'author' | 'note' | 'transcript'

/** Names one source: `commitSha` is the commit's SHA for `commit` and `note`, else null. */
export interface SourceRef {
  source: SourceKind
  commitSha: string | null
}

/** A stretch of a source; `start` and `end` (exclusive) are null for `branch`, `author` and `transcript`. */
export interface Place {
  source: SourceKind
  commit_sha: string | null
  start: Point | null
  end: Point | null
}
