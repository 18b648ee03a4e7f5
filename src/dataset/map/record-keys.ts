// By what names a pull request and its repository are known.

import { hash } from 'node:crypto'
import type { WorklogRecord } from '../../core/record/schema.ts'

export interface RecordKeys {
  /** `host/owner/name/number`, or null. */
  byName: string | null
  /** `host/id/number`: renames do not change it; null when the id is not known. */
  byId: string | null
  /** The one that stands for the pull request: by name, else by id, else by content. */
  record: string
  /** As published: the record’s own id. */
  recordId: string
  /** The id of the repository, or its name; of a record without both the record’s key. */
  repository: string
}

/** All but the id as published in lower case. `content` is the hash of its content, for what comes from no pull request. */
export function listPullRequestKeys({ source }: WorklogRecord): {
  byName: string | null
  byId: string | null
} {
  const { host, repository, repository_id: id, pr_number: number } = source
  const key = (name: string | number | null) =>
    host === null || name === null || number === null ? null : `${host}/${name}/${number}`.toLowerCase()
  return { byName: key(repository), byId: key(id) }
}

/** The keys of `record`; `content` gives the hash of its content and is only asked when nothing else is known. */
export function createRecordKeys(record: WorklogRecord, content: () => string): RecordKeys {
  const { byName, byId } = listPullRequestKeys(record)
  const key = byName ?? byId ?? `file/${content()}`
  const { host, repository, repository_id: id } = record.source
  const isMain = host === null || host.toLowerCase() === 'github.com'
  // Another server counts its repositories from 1 too.
  const prefix = isMain ? '' : `${host?.toLowerCase()}/`
  const name = id === null ? (repository?.toLowerCase() ?? null) : String(id)
  return {
    byName,
    byId,
    record: key,
    recordId: record.record_id ?? key,
    repository: name === null ? key : `${prefix}${name}`,
  }
}

const buckets = 10_000

/** 0 to 9,999: salted, so that nobody can choose a split. */
export function toBucket(salt: string, key: string): number {
  const digest = hash('sha256', `${salt}\0${key}`, 'hex')
  return Number.parseInt(digest.slice(0, 12), 16) % buckets
}
