// What was erased stays erased: how a record is found among the tombstones, of which only salted hashes cross to a worker.

import { hash } from 'node:crypto'

/** What was erased. `hash` is made by {@link hashTombstone}. */
export interface TombstoneHash {
  kind: 'author' | 'repository' | 'pull_request'
  hash: string
}

/** By what a record may be found among the tombstones, all in lower case; null: not known. */
export interface RecordIdentity {
  author: string | null
  /** `owner/name`. */
  repository: string | null
  repositoryId: number | null
  /** Every key the pull request has: by the name of its repository, and by its number. */
  pullRequestKeys: readonly string[]
}

/** SHA-256 of salt, kind and `key`: a login, `owner/name` or `id:<number>`, or a record’s key, in lower case. */
export function hashTombstone(salt: string, kind: TombstoneHash['kind'], key: string): string {
  return hash('sha256', `${salt}\0${kind}\0${key}`, 'hex')
}

/** Tells whether a record was erased. */
export function createTombstoneCheck(
  tombstones: readonly TombstoneHash[],
  salt: string,
): (identity: RecordIdentity) => boolean {
  if (tombstones.length === 0) return () => false
  const known = new Set(tombstones.map(({ kind, hash: value }) => `${kind} ${value}`))
  const isKnown = (kind: TombstoneHash['kind'], key: string) =>
    known.has(`${kind} ${hashTombstone(salt, kind, key)}`)
  return ({ author, repository, repositoryId, pullRequestKeys }) =>
    (author !== null && isKnown('author', author)) ||
    (repository !== null && isKnown('repository', repository)) ||
    (repositoryId !== null && isKnown('repository', `id:${repositoryId}`)) ||
    pullRequestKeys.some((key) => isKnown('pull_request', key))
}
