// The question that an event leaves open: which pull requests it is about. The API answers it.

/** The merged pull requests that pushed commits belong to. */
export interface CommitsLookup {
  by: 'commits'
  /** Of the pull requests' base, to which all commits of its forks are visible. */
  repositoryId: number
  /** The base branch of the pull requests. */
  branch: string
  /** The newest first; 1 to {@link mostShas}, hexadecimal digits only. */
  shas: readonly string[]
  /** True when the push has more. */
  isCut: boolean
}

/** The pull requests with a head, which is often a fork's. */
export interface HeadLookup {
  by: 'head'
  /** Login of the head repository's owner. */
  owner: string
  /** As anybody may name it. */
  branch: string
  /** Of the head repository. */
  repositoryId: number
  sha: string
}

export type Lookup = CommitsLookup | HeadLookup

/** As many as one query may ask for. */
export const mostShas = 100
