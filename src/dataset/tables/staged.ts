// The staged tables: what the map writes as Parquet and every engine starts from. Rows of candidates, before one is chosen
// for each pull request; texts are redacted already.

import { type Column, column } from './column.ts'
import { recordColumns, rowColumns } from './record-columns.ts'

const rowId = column('row_id', 'string', 'The candidate: shard, input and line, sortable as text.')

/** One row a candidate: what the SELECTs decide by. */
export const stagedCandidates: readonly Column[] = [
  rowId,
  column(
    'record_key',
    'string',
    'One for each pull request: `host/owner/name/number` in lower case; never published.',
  ),
  column(
    'record_id',
    'string',
    'The id as published: a pseudonym of it when authors are pseudonyms. Null when dropped.',
  ),
  column('source', 'string', '`store`, `artifact`, `history` or `file`.'),
  column('trust', 'string', '`base`, `local`, `history` or `fork`.'),
  column(
    'trust_rank',
    'int32',
    '0 `base`, 1 `local`, 2 `history`, 3 `fork`: the lowest of a pull request wins.',
  ),
  column('generated_at', 'timestamp', 'Of the record: the newest wins within a rank.'),
  column('run_attempt', 'int64', 'Of the run, 0 when there was none.'),
  column('content_hash', 'string', 'SHA-256 of the redacted record without what differs from run to run.'),
  column('host', 'string', 'Host name, such as `github.com`; null when not known.'),
  column('repository_name', 'string', '`owner/name` in lower case, as the source says; never published.'),
  column('repository_id', 'int64', 'Numeric id, or null; never published.'),
  column('pr_number', 'int64', 'Number of the pull request, or null; never published.'),
  column('repository', 'string', '`owner/name` as published.'),
  column('visibility', 'string', '`public`, `private`, `internal`, or null.'),
  column('license', 'string', 'SPDX identifier, or null.'),
  column('consent', 'string', '`yes`, `no` or `unset`.'),
  column(
    'dropped',
    'string',
    'Why the record is taken out of store and dataset (`tombstone`, `opt_out`, `retention`, `tool_age`), or null. Such a row has no text, no record and no rows of other tables.',
  ),
  column('words', 'int32', 'Words of its text.'),
  column('text_hash', 'string', 'SHA-256 of its normalised text; null under 20 words.'),
  column('repository_bucket', 'int32', '0 to 9,999: salted hash of the repository.'),
  column('pull_request_bucket', 'int32', '0 to 9,999: salted hash of repository and number.'),
  column('created_month', 'int32', '202611 for November 2026; null when not known.'),
  column('created_at', 'timestamp', 'When the pull request was opened.'),
  column('url', 'string', 'Page of the pull request; null when not published.'),
  column('title', 'string', 'Title of the pull request.'),
  column('ai_use', 'string', '`used`, `none` or `unknown`.'),
  column('result', 'string', 'Verdict of the check, or null.'),
  column('completeness', 'int32', '0 to 100.'),
  column('human_reviewed', 'boolean', 'When someone says so.'),
  column('tests_run', 'boolean', 'When someone says so.'),
  column('state', 'string', '`open`, `closed`, or null.'),
  column('merged', 'boolean', 'Null until known.'),
  column('reverted_by', 'string', 'What reverted it.'),
  column('checks', 'string', 'Conclusion of its checks.'),
  column('review_decision', 'string', 'As GitHub says.'),
]

/** One row a candidate: the nested record as it is published, and `json`, the redacted record as the store keeps it. */
export const stagedRecords: readonly Column[] = [
  rowId,
  column('json', 'string', 'The whole redacted record as JSON; only the store gets it.'),
  ...recordColumns.map((known) => known),
]

/** Lists of a record that become tables of their own. */
export const flatLists = ['prompts', 'tools', 'failures', 'corrections', 'findings', 'sections'] as const
export type FlatList = (typeof flatLists)[number]

/** The columns of a flat table: its list's scalars; places stay in `records`. */
export function flatColumns(list: FlatList): readonly Column[] {
  const scalars = rowColumns(list).filter(({ type }) => typeof type === 'string')
  return [rowId, ...scalars]
}

/** Near-duplicate search: rows with a `hash` in common in the same `band` are probably near duplicates. */
const stagedBands: readonly Column[] = [
  rowId,
  column('band', 'int32', '0 to 13.'),
  column('hash', 'int64', 'Of the eight minimal hashes of the band.'),
]

/** Where a pull request changes the repository. */
export const stagedAreas: readonly Column[] = [
  rowId,
  column('area', 'string', 'First two folders of the path at most; `.` for a file in the root.'),
  column('files', 'int64', 'Files changed there.'),
  column('additions', 'int64', 'Lines added there.'),
  column('deletions', 'int64', 'Lines removed there.'),
]

/** Every staged table by name. */
export const stagedTables: ReadonlyMap<string, readonly Column[]> = new Map<string, readonly Column[]>([
  ['candidates', stagedCandidates],
  ['records', stagedRecords],
  ...flatLists.map((list): [string, readonly Column[]] => [list, flatColumns(list)]),
  ['bands', stagedBands],
  ['areas', stagedAreas],
])
