// Turns GitHub's JSON for a pull request, from the API or an event, into what the core reads.

import {
  type JsonObject,
  readBoolean,
  readChoice,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../core/json.ts'
import {
  type Actor,
  type Commit,
  createPullRequest,
  type PullRequest,
  type Template,
} from '../../core/pull-request.ts'
import { readChangedFile } from '../../core/read-changed-file.ts'
import type { Context } from '../event/read-context.ts'
import type { List } from './read-pull-request.ts'

export interface PullRequestParts {
  pull: JsonObject
  bodyFrom: 'api' | 'event'
  commits: List
  files: List
  templates: readonly Template[]
  /** What stands in `refs/notes/ai`, by SHA. */
  notes: ReadonlyMap<string, string>
}

/** What is absent or of another type than GitHub documents becomes null; nothing throws. */
export function toPullRequest(parts: PullRequestParts, context: Context): PullRequest {
  const { pull, bodyFrom, commits, files, templates, notes } = parts
  const base = readObject(pull, 'base')
  const head = readObject(pull, 'head')
  const repository = readObject(base, 'repo')
  const user = readObject(pull, 'user')
  const mergedAt = readTime(pull, 'merged_at')
  return createPullRequest({
    host: new URL(context.serverUrl).host,
    repository: context.repository,
    repositoryId: readCount(repository, 'id'),
    visibility: readVisibility(repository),
    license: readString(readObject(repository, 'license'), 'spdx_id'),
    number: readCount(pull, 'number'),
    url: readString(pull, 'html_url'),
    title: readString(pull, 'title'),
    author: user === null ? null : toActor(user, null),
    authorType: readString(user, 'type'),
    authorAssociation: readString(pull, 'author_association'),
    state: readChoice(pull, 'state', ['open', 'closed']),
    draft: readBoolean(pull, 'draft'),
    baseRef: readString(base, 'ref'),
    baseSha: readString(base, 'sha'),
    headRef: readString(head, 'ref'),
    headSha: readString(head, 'sha'),
    headRepositoryId: readCount(readObject(head, 'repo'), 'id'),
    // Until the merge this is the SHA of a test merge.
    mergeSha: mergedAt === null ? null : readString(pull, 'merge_commit_sha'),
    merged: readBoolean(pull, 'merged') ?? mergedAt !== null,
    createdAt: readTime(pull, 'created_at'),
    closedAt: readTime(pull, 'closed_at'),
    mergedAt,
    labels: readObjects(pull, 'labels').flatMap((label) => readString(label, 'name') ?? []),
    body: readString(pull, 'body'),
    bodyFrom,
    commits: commits.items.flatMap((item) => toCommit(item, notes)),
    commitsTruncated: commits.truncated,
    files: files.items.flatMap(readChangedFile),
    filesTruncated: files.truncated,
    run: context.run,
    templates,
  })
}

function toCommit(item: JsonObject, notes: ReadonlyMap<string, string>): Commit[] {
  const sha = readString(item, 'sha')
  const commit = readObject(item, 'commit')
  if (sha === null || commit === null) return []
  const note = notes.get(sha)
  return [
    {
      sha,
      message: readString(commit, 'message') ?? '',
      author: toActor(readObject(item, 'author'), readObject(commit, 'author')),
      committer: toActor(readObject(item, 'committer'), readObject(commit, 'committer')),
      ...(note === undefined ? {} : { note }),
    },
  ]
}

/** `user` is GitHub's account, `signature` what git recorded; either may be missing. */
function toActor(user: JsonObject | null, signature: JsonObject | null): Actor | null {
  if (user === null && signature === null) return null
  return {
    login: readString(user, 'login'),
    id: readCount(user, 'id'),
    name: readString(signature, 'name'),
    email: readString(signature, 'email'),
  }
}

function readVisibility(repository: JsonObject | null): PullRequest['visibility'] {
  const visibility = readChoice(repository, 'visibility', ['public', 'private', 'internal'])
  // Older payloads only say whether it is private; `internal` is private there too.
  return visibility ?? (readBoolean(repository, 'private') === false ? 'public' : null)
}

/** ISO 8601 in UTC, as GitHub writes it. */
function readTime(from: JsonObject, key: string): string | null {
  const time = readString(from, key)
  return time !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(time) ? time : null
}
