// What GitHub's REST API says of an artifact and of the run that made it.

import {
  isJsonObject,
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readString,
} from '../../../core/json.ts'

/** The run of a workflow that uploaded an artifact. */
export interface ArtifactRun {
  id: number
  repositoryId: number
  /** Differs from `repositoryId` for a fork’s run; null when GitHub does not tell, as of a fork that is gone. */
  headRepositoryId: number | null
  headSha: string | null
  headBranch: string | null
}

export interface Artifact {
  /** `owner/name`. */
  repository: string
  id: number
  name: string
  /** Of the zip, in bytes; null when GitHub says none. */
  size: number | null
  /** `sha256:…` of the zip; null when GitHub says none. */
  digest: string | null
  isExpired: boolean
  /** ISO 8601 in UTC; null when GitHub says none. */
  createdAt: string | null
  /** Null when GitHub does not tell which run made it. */
  run: ArtifactRun | null
}

/** The artifact that `item` of a listing of `repository` is; null when it has no id or name. */
export function toArtifact(item: JsonObject, repository: string): Artifact | null {
  const id = readCount(item, 'id')
  const name = readString(item, 'name')
  if (id === null || name === null) return null
  const digest = readString(item, 'digest')
  return {
    repository,
    id,
    name,
    size: readCount(item, 'size_in_bytes'),
    digest: digest !== null && /^sha256:[0-9a-f]{64}$/i.test(digest) ? digest.toLowerCase() : null,
    isExpired: readBoolean(item, 'expired') === true,
    createdAt: readString(item, 'created_at'),
    run: toRun(readObject(item, 'workflow_run')),
  }
}

function toRun(run: JsonObject | null): ArtifactRun | null {
  const id = readCount(run, 'id')
  const repositoryId = readCount(run, 'repository_id')
  if (!isJsonObject(run) || id === null || repositoryId === null) return null
  return {
    id,
    repositoryId,
    headRepositoryId: readCount(run, 'head_repository_id'),
    headSha: readString(run, 'head_sha'),
    headBranch: readString(run, 'head_branch'),
  }
}

/** How problems name the artifact: `octo/app artifact 123`. */
export function placeOf({ repository, id }: Pick<Artifact, 'repository' | 'id'>): string {
  return `${repository} artifact ${id}`
}
