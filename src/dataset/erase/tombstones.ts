// What was erased stays erased: tombstones hold only salted sums, by which a record is found among them. The sums keep
// names out of the state in clear; whoever has the salt and a list of logins can still try them.

import { hash } from 'node:crypto'
import type { Tombstone } from '../store/state.ts'

/** By what a record may be found; null: not known. Case does not matter. */
export interface Erasable {
  author: string | null
  /** `owner/name`. */
  repository: string | null
  repositoryId: number | null
  number: number | null
  host: string | null
}

/** The key of a tombstone: SHA-256 of salt, kind and `name`, a {@link namesOf}. */
export function toTombstoneKey(salt: string, kind: Tombstone['kind'], name: string): string {
  return hash('sha256', `${salt}\0${kind}\0${name.toLowerCase()}`, 'hex')
}

/**
 * The names by which `record` can be in a tombstone: its author’s login; its repository’s `owner/name` and `id:<number>`;
 * its pull request’s `host/owner/name/number` and `host/<id>/number`.
 */
export function namesOf(record: Erasable): { kind: Tombstone['kind']; name: string }[] {
  const { author, repository, repositoryId, number, host } = record
  const at =
    number === null ? null : host === null ? null : (name: string | number) => `${host}/${name}/${number}`
  const names: { kind: Tombstone['kind']; name: string | null }[] = [
    { kind: 'author', name: author },
    { kind: 'repository', name: repository },
    { kind: 'repository', name: repositoryId === null ? null : `id:${repositoryId}` },
    { kind: 'pull_request', name: repository === null ? null : (at?.(repository) ?? null) },
    { kind: 'pull_request', name: repositoryId === null ? null : (at?.(repositoryId) ?? null) },
  ]
  return names.filter((each): each is { kind: Tombstone['kind']; name: string } => each.name !== null)
}

/** Tells of each record whether it was erased. */
export function createTombstoneMatcher(
  tombstones: readonly Tombstone[],
  salt: string,
): (record: Erasable) => boolean {
  const kinds = new Set(tombstones.map(({ kind }) => kind))
  const keys = new Set(tombstones.map(({ kind, key }) => `${kind} ${key}`))
  // Authors and repositories come again and again; a pull request once.
  const known = new Map<string, boolean>()
  const isErased = (kind: Tombstone['kind'], name: string): boolean => {
    const found = known.get(`${kind} ${name}`) ?? keys.has(`${kind} ${toTombstoneKey(salt, kind, name)}`)
    if (kind !== 'pull_request' && known.size < mostKnown) known.set(`${kind} ${name}`, found)
    return found
  }
  return (record) =>
    kinds.size > 0 && namesOf(record).some(({ kind, name }) => kinds.has(kind) && isErased(kind, name))
}

/** Names whose answer is kept. */
const mostKnown = 100_000
