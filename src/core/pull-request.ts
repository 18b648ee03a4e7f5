// What the core reads: one pull request as plain data. The faces (action, CLI) fill it; nothing here fetches.

/** A person or bot as GitHub names them; every part may be unknown. */
export interface Actor {
  login: string | null
  /** GitHub's numeric user id: names change, ids do not. */
  id: number | null
  name: string | null
  email: string | null
}

export interface Commit {
  sha: string
  message: string
  author: Actor | null
  committer: Actor | null
  /** What stands in `refs/notes/ai` for it; default none. */
  note?: string
}

export interface ChangedFile {
  path: string
  additions: number
  deletions: number
  /** Where a renamed file was before; absent for others. */
  previousPath?: string
}

/** One of the repository's own pull-request templates. */
export interface Template {
  path: string
  /** Null when it could not be read; `problem` says why. */
  text: string | null
  problem: string | null
}

/** The workflow run that reads the pull request. */
export interface Run {
  id: number
  attempt: number
  event: string
  url: string
}

/** Null means not known. Times are ISO 8601 in UTC. */
export interface PullRequest {
  /** Host name without scheme, such as `github.com`. */
  host: string | null
  /** `owner/name`. */
  repository: string | null
  repositoryId: number | null
  visibility: 'public' | 'private' | 'internal' | null
  /** SPDX identifier. */
  license: string | null
  number: number | null
  url: string | null
  title: string | null
  author: Actor | null
  authorType: string | null
  authorAssociation: string | null
  state: 'open' | 'closed' | null
  draft: boolean | null
  baseRef: string | null
  baseSha: string | null
  headRef: string | null
  headSha: string | null
  headRepositoryId: number | null
  mergeSha: string | null
  merged: boolean | null
  createdAt: string | null
  closedAt: string | null
  mergedAt: string | null
  labels: readonly string[]
  body: string | null
  bodyFrom: 'api' | 'event' | 'file'
  commits: readonly Commit[]
  /** True when GitHub has more commits than were read. */
  commitsTruncated: boolean
  files: readonly ChangedFile[]
  /** True when GitHub has more files than were read. */
  filesTruncated: boolean
  run: Run | null
  /** From the default branch, never from the pull request's own code. */
  templates: readonly Template[]
}

/** A pull request of which nothing but `known` is known. */
export function createPullRequest(known: Partial<PullRequest>): PullRequest {
  return { ...unknownPullRequest, ...known }
}

const unknownPullRequest: PullRequest = {
  host: null,
  repository: null,
  repositoryId: null,
  visibility: null,
  license: null,
  number: null,
  url: null,
  title: null,
  author: null,
  authorType: null,
  authorAssociation: null,
  state: null,
  draft: null,
  baseRef: null,
  baseSha: null,
  headRef: null,
  headSha: null,
  headRepositoryId: null,
  mergeSha: null,
  merged: null,
  createdAt: null,
  closedAt: null,
  mergedAt: null,
  labels: [],
  body: null,
  bodyFrom: 'file',
  commits: [],
  commitsTruncated: false,
  files: [],
  filesTruncated: false,
  run: null,
  templates: [],
}
