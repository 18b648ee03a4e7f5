// One pull request as GraphQL tells it, turned into the line that `parsePullRequest` reads and what is kept beside it.

import {
  isJsonObject,
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import { findReverts, type RevertClaims } from './find-reverts.ts'
import type { Repository } from './repository.ts'

/** What the journal keeps of a pull request. */
export interface Row {
  number: number
  /** The line, snake_case; see `src/core/parse-pull-request.ts`. */
  line: JsonObject
  /** State of the checks of its last commit: `SUCCESS`, `FAILURE`, `ERROR`, `PENDING`, `EXPECTED`. */
  checks: string | null
  reviewDecision: string | null
  claims: RevertClaims
}

/** A list inside a pull request, whole or cut. */
export interface List {
  nodes: readonly JsonObject[]
  truncated: boolean
}

/** Nothing throws; what is absent is null. `commits` and `files` are the lists, read to their ends. */
export function toRow(
  node: JsonObject,
  lists: { commits: List; files: List },
  repository: Repository,
  host: string,
): Row {
  const number = readCount(node, 'number') ?? 0
  const merged = readBoolean(node, 'merged') === true
  const commits = lists.commits.nodes.flatMap(toCommit)
  const [title, body] = [readString(node, 'title'), readString(node, 'body')]
  const headRef = readString(node, 'headRefName')
  const [last] = readObjects(readObject(node, 'last'), 'nodes')
  const line = {
    host,
    repository: repository.fullName,
    repository_id: repository.id,
    visibility: repository.visibility,
    license: repository.license,
    number,
    url: readString(node, 'url'),
    title,
    ...toAuthor(readObject(node, 'author')),
    author_association: readString(node, 'authorAssociation'),
    state: readString(node, 'state') === 'OPEN' ? 'open' : 'closed',
    draft: readBoolean(node, 'isDraft'),
    base_ref: readString(node, 'baseRefName'),
    base_sha: readString(node, 'baseRefOid'),
    head_ref: headRef,
    head_sha: readString(node, 'headRefOid'),
    head_repository_id: readCount(readObject(node, 'headRepository'), 'databaseId'),
    merge_sha: merged ? readString(readObject(node, 'mergeCommit'), 'oid') : null,
    merged,
    created_at: readString(node, 'createdAt'),
    closed_at: readString(node, 'closedAt'),
    merged_at: readString(node, 'mergedAt'),
    labels: readObjects(readObject(node, 'labels'), 'nodes').flatMap(
      (label) => readString(label, 'name') ?? [],
    ),
    body,
    body_from: 'api',
    commits,
    commits_truncated: lists.commits.truncated,
    files: lists.files.nodes.flatMap(toFile),
    changed_files: readCount(node, 'changedFiles'),
    files_truncated: lists.files.truncated,
  }
  return {
    number,
    line,
    checks: readString(readObject(readObject(last ?? null, 'commit'), 'statusCheckRollup'), 'state'),
    reviewDecision: readString(node, 'reviewDecision'),
    claims: findReverts({ repository: repository.fullName, title, body, headRef, commits }),
  }
}

/** The nodes of a list that is an answer; null for what could not be told. */
export function readNodes(list: JsonObject | null): (JsonObject | null)[] {
  const nodes: unknown = list?.nodes
  return Array.isArray(nodes) ? nodes.map((node: unknown) => (isJsonObject(node) ? node : null)) : []
}

/** REST, and so every record, writes `dependabot[bot]` for what GraphQL calls the bot `dependabot`. */
function toAuthor(author: JsonObject | null): { author: JsonObject | null; author_type: string | null } {
  const login = readString(author, 'login')
  const type = readString(author, '__typename')
  if (author === null || login === null) return { author: null, author_type: null }
  const full = type === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login
  return { author: { login: full, id: readCount(author, 'databaseId') }, author_type: type }
}

function toCommit(node: JsonObject) {
  const commit = readObject(node, 'commit')
  const sha = readString(commit, 'oid')
  if (sha === null) return []
  return [
    {
      sha,
      message: readString(commit, 'message') ?? '',
      author: toSignature(readObject(commit, 'author')),
      committer: toSignature(readObject(commit, 'committer')),
    },
  ]
}

function toSignature(signature: JsonObject | null): JsonObject | null {
  if (signature === null) return null
  const user = readObject(signature, 'user')
  return {
    login: readString(user, 'login'),
    id: readCount(user, 'databaseId'),
    name: readString(signature, 'name'),
    email: readString(signature, 'email'),
  }
}

function toFile(node: JsonObject): JsonObject[] {
  const path = readString(node, 'path')
  if (path === null) return []
  return [
    { path, additions: readCount(node, 'additions') ?? 0, deletions: readCount(node, 'deletions') ?? 0 },
  ]
}
