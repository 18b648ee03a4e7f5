// A repository as the history source knows it.

import { type JsonObject, readCount, readObject, readObjects, readString } from '../../../core/json.ts'
import type { PullRequest } from '../../../core/pull-request.ts'

/** The variables of a query. */
export interface Owned {
  owner: string
  name: string
}

export interface Repository {
  /** `owner/name`, as GitHub spells it now. */
  fullName: string
  /** Numeric id. */
  id: number
  visibility: PullRequest['visibility']
  /** SPDX identifier as GitHub says, perhaps `NOASSERTION`; null when there is none. */
  license: string | null
  /** Of all pull requests. */
  total: number
  /** When one was last updated; null when there is none. */
  newest: string | null
  /** When something was last pushed; null when not known. */
  pushedAt: string | null
}

/** Null when `node` is no repository. */
export function toRepository(node: JsonObject | null): Repository | null {
  const fullName = readString(node, 'nameWithOwner')
  const id = readCount(node, 'databaseId')
  if (fullName === null || id === null || !isFullName(fullName)) return null
  const newest = readObject(node, 'newest')
  return {
    fullName,
    id,
    visibility: toVisibility(readString(node, 'visibility')),
    license: readString(readObject(node, 'licenseInfo'), 'spdxId'),
    total: readCount(newest, 'totalCount') ?? 0,
    newest: readString(readObjects(newest, 'nodes')[0] ?? null, 'updatedAt'),
    pushedAt: readString(node, 'pushedAt'),
  }
}

/** True for `owner/name`; such a name can stand in a path and a query. */
export function isFullName(text: string): boolean {
  return /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text) && !/(^|\/)\.{1,2}($|\/)/.test(text)
}

function toVisibility(text: string | null): PullRequest['visibility'] {
  const lower = text?.toLowerCase()
  return lower === 'public' || lower === 'private' || lower === 'internal' ? lower : null
}

/** As queries name it. */
export function ownedOf({ fullName }: Repository): Owned {
  const [owner = '', name = ''] = fullName.split('/')
  return { owner, name }
}
