// The questions, as GraphQL. What a `PullRequest` selects is the same wherever one is read.

/** How much of each pull request is asked: all; all but the lists; nothing but its number, to get past it. */
export type Level = 'full' | 'light' | 'bare'

/** GitHub answers no more than 100 of a list at a time. */
export const listPage = 100

const limit = 'rateLimit { cost remaining resetAt }'
const page = 'pageInfo { hasNextPage endCursor }'
const actor =
  'author { __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } ... on Organization { databaseId } }'
const signature = '{ name email user { login databaseId } }'
const commit = `commit { oid message author ${signature} committer ${signature} }`
const commits = `totalCount ${page} nodes { ${commit} }`
const files = `totalCount ${page} nodes { path additions deletions }`

const facts = `number title body url state merged isDraft createdAt updatedAt closedAt mergedAt ${actor} authorAssociation
  baseRefName baseRefOid headRefName headRefOid headRepository { databaseId } mergeCommit { oid } reviewDecision changedFiles
  labels(first: 50) { nodes { name } } last: commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }`

const selections: Readonly<Record<Level, string>> = {
  full: `${facts} commits(first: ${listPage}) { ${commits} } files(first: ${listPage}) { ${files} }`,
  light: facts,
  bare: 'number updatedAt',
}

const about = `databaseId nameWithOwner visibility pushedAt licenseInfo { spdxId }
  newest: pullRequests(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) { totalCount nodes { updatedAt } }`

/** What is asked of a repository first. */
export const repositoryQuery = `query ($owner: String!, $name: String!) { ${limit} repository(owner: $owner, name: $name) { ${about} } }`

/** The repositories of a user or an organisation, by name. */
export const repositoriesQuery = `query ($owner: String!, $first: Int!, $after: String) { ${limit}
  repositoryOwner(login: $owner) { repositories(first: $first, after: $after, ownerAffiliations: OWNER, orderBy: { field: NAME, direction: ASC }) { totalCount ${page} nodes { ${about} } } } }`

/** One page of pull requests in an order that is a variable. */
export function pullsQuery(level: Level): string {
  return `query ($owner: String!, $name: String!, $first: Int!, $after: String, $order: IssueOrder!) { ${limit}
  repository(owner: $owner, name: $name) { pullRequests(first: $first, after: $after, orderBy: $order) { totalCount ${page} nodes { ${selections[level]} } } } }`
}

/** Those of `numbers`, as `p0`, `p1` …: null where there is none. */
export function numberedQuery(numbers: readonly number[], level: Level): string {
  const pulls = numbers.map(
    (number, index) => `p${index}: pullRequest(number: ${number}) { ${selections[level]} }`,
  )
  return `query ($owner: String!, $name: String!) { ${limit} repository(owner: $owner, name: $name) { ${pulls.join('\n')} } }`
}

/** One page of a list inside a pull request. */
export function listQuery(list: 'commits' | 'files'): string {
  const selection = list === 'commits' ? commits : files
  return `query ($owner: String!, $name: String!, $number: Int!, $first: Int!, $after: String) { ${limit}
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { list: ${list}(first: $first, after: $after) { ${selection} } } } }`
}

/** The pull requests that commits belong to, as `c0`, `c1` …. Every one of `shas` is hexadecimal. */
export function commitsQuery(shas: readonly string[]): string {
  const asked = shas.map(
    (sha, index) =>
      `c${index}: object(expression: "${sha}") { ... on Commit { associatedPullRequests(first: 10) { nodes { number merged baseRepository { databaseId } } } } }`,
  )
  return `query ($owner: String!, $name: String!) { ${limit} repository(owner: $owner, name: $name) { ${asked.join('\n')} } }`
}

/** The commits of the default branch, newest first, perhaps only those since a time. */
export const branchQuery = `query ($owner: String!, $name: String!, $after: String, $since: GitTimestamp) { ${limit}
  repository(owner: $owner, name: $name) { defaultBranchRef { target { ... on Commit { history(first: ${listPage}, after: $after, since: $since) { ${page} nodes { oid committedDate message } } } } } } }`
