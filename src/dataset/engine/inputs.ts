// The tables that an engine reads beside those that the map stages.

import { type Column, column } from '../tables/column.ts'

/** What a run is asked for; one row. */
export interface Params {
  allow_private: boolean
  /** `team`: its own eyes. `public`: anybody’s, so that only public, licensed records with a yes are in it. */
  audience: 'team' | 'public'
  /** SPDX identifier for records that name none, or null. */
  license: string | null
  /** Whether diffs may be in the dataset: they lead back to authors. */
  publish_diffs: boolean
  /** Fewer repositories than this are split by pull request. */
  few_repositories: number
  /** Of 10,000 buckets: those under it are `train`. */
  train_below: number
  /** Those under it and not `train` are `validation`; the rest is `test`. */
  validation_below: number
}

export const paramColumns: readonly Column[] = [
  column('allow_private', 'boolean', 'Whether private records may stand beside public ones.'),
  column('audience', 'string', '`team` or `public`.'),
  column('license', 'string', 'For records that name none.'),
  column('publish_diffs', 'boolean', 'Whether diffs may be in the dataset.'),
  column('few_repositories', 'int32', 'Fewer repositories than this are split by pull request.'),
  column('train_below', 'int32', 'Buckets under it are `train`.'),
  column('validation_below', 'int32', 'Buckets under it are `validation`.'),
]

/** What the store keeps of each record, without the record. */
export const previousColumns: readonly Column[] = [
  column('record_key', 'string', 'As staged.'),
  column('host', 'string', 'As staged.'),
  column('repository_name', 'string', 'As staged.'),
  column('repository_id', 'int64', 'As staged.'),
  column('pr_number', 'int64', 'As staged.'),
  column('content_hash', 'string', 'As staged.'),
  column(
    'split',
    'string',
    '`train`, `validation`, `test`, or null for a record that is not in the dataset.',
  ),
  column('split_by', 'string', '`repository` or `pull_request`; null without a split.'),
]

/** What {@link previousColumns} leave out of the store’s table. */
export const storedColumns: readonly Column[] = [
  ...previousColumns,
  column('record_id', 'string', 'As published.'),
  column('source', 'string', 'As staged.'),
  column('trust', 'string', 'As staged.'),
  column('json', 'string', 'The redacted record.'),
]

/** The diffs of merged pull requests, as staged and as the store keeps them. */
export const diffColumns: readonly Column[] = [
  column('host', 'string', 'As staged.'),
  column('repository_name', 'string', 'As staged.'),
  column('repository_id', 'int64', 'As staged.'),
  column('pr_number', 'int64', 'As staged.'),
  column('diff', 'string', 'The diff, redacted.'),
  column('is_new', 'boolean', 'Whether this run fetched it.'),
]
