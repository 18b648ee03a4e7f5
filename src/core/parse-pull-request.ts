// One pull request as JSON, as `extract --format jsonl` reads it: snake_case fields, every one optional but
// `body`; the names that `gh pr view --json` prints are understood too.

import {
  isJsonObject,
  type JsonObject,
  readBoolean,
  readChoice,
  readCount,
  readObject,
  readObjects,
  readString,
} from './json.ts'
import { type Actor, type Commit, createPullRequest, type PullRequest } from './pull-request.ts'
import { readChangedFile } from './read-changed-file.ts'

/** The pull request in `line`; throws a SyntaxError that says what is wrong with it. */
export function parsePullRequest(line: string): PullRequest {
  const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''))
  if (!isJsonObject(value)) throw new SyntaxError('expected an object such as {"body": "…"}')
  const body = value.body ?? null
  if (body !== null && typeof body !== 'string') throw new SyntaxError('`body` must be text or null')
  if (!Object.hasOwn(value, 'body')) throw new SyntaxError('`body` is missing')
  const string = (...keys: string[]) =>
    keys.map((key) => readString(value, key)).find((text) => text !== null) ?? null
  const time = (...keys: string[]) => toTime(string(...keys))
  const repository = string('repository')
  const mergedAt = time('merged_at', 'mergedAt')
  const number = readCount(value, 'number')
  const files = readObjects(value, 'files').flatMap(readChangedFile)
  return createPullRequest({
    host: string('host') ?? (repository === null ? null : 'github.com'),
    repository,
    repositoryId: readCount(value, 'repository_id'),
    visibility: readChoice(value, 'visibility', ['public', 'private', 'internal']),
    license: string('license'),
    number: number === 0 ? null : number,
    url: string('url', 'html_url'),
    title: string('title'),
    author: toActor(value, 'author'),
    authorType: string('author_type') ?? (isBot(value) ? 'Bot' : null),
    authorAssociation: string('author_association'),
    state: toState(string('state')),
    draft: readBoolean(value, 'draft') ?? readBoolean(value, 'isDraft'),
    baseRef: string('base_ref', 'baseRefName'),
    baseSha: string('base_sha', 'baseRefOid'),
    headRef: string('head_ref', 'headRefName'),
    headSha: string('head_sha', 'headRefOid'),
    headRepositoryId: readCount(value, 'head_repository_id'),
    mergeSha: string('merge_sha', 'merge_commit_sha'),
    merged: readBoolean(value, 'merged') ?? (Object.hasOwn(value, 'merged_at') ? mergedAt !== null : null),
    createdAt: time('created_at', 'createdAt'),
    closedAt: time('closed_at', 'closedAt'),
    mergedAt,
    labels: readLabels(value),
    body,
    bodyFrom: readChoice(value, 'body_from', ['api', 'event', 'file']) ?? 'file',
    commits: readObjects(value, 'commits').flatMap(toCommit),
    commitsTruncated: readBoolean(value, 'commits_truncated') ?? false,
    files,
    filesTruncated: readBoolean(value, 'files_truncated') ?? countFiles(value) > files.length,
  })
}

/** `gh` lists no more than 100 of them. */
function countFiles(value: JsonObject): number {
  return readCount(value, 'changed_files') ?? readCount(value, 'changedFiles') ?? 0
}

function toCommit(item: JsonObject): Commit[] {
  const sha = readString(item, 'sha') ?? readString(item, 'oid')
  const headline = readString(item, 'messageHeadline')
  const body = readString(item, 'messageBody') ?? ''
  const message = readString(item, 'message') ?? (headline === null ? null : `${headline}\n\n${body}`)
  if (sha === null || message === null) return []
  return [{ sha, message, author: toActor(item, 'author'), committer: toActor(item, 'committer') }]
}

/** A login, or an object with one. */
function toActor(from: JsonObject, key: string): Actor | null {
  const text = readString(from, key)
  if (text !== null) return { login: text, id: null, name: text, email: null }
  const object = readObject(from, key)
  if (object === null) return null
  return {
    // `gh` writes `app/dependabot` for what GitHub calls `dependabot[bot]`.
    login: readString(object, 'login')?.replace(/^app\/(.*)$/, '$1[bot]') ?? null,
    id: readCount(object, 'id'),
    name: readString(object, 'name'),
    email: readString(object, 'email'),
  }
}

/** As `gh` tells it of the author. */
function isBot(value: JsonObject): boolean {
  return readBoolean(readObject(value, 'author'), 'is_bot') === true
}

function readLabels(value: JsonObject): string[] {
  const labels = Array.isArray(value.labels) ? value.labels : []
  return labels.flatMap((label: unknown) => {
    if (typeof label === 'string') return [label]
    return isJsonObject(label) ? (readString(label, 'name') ?? []) : []
  })
}

function toState(state: string | null): PullRequest['state'] {
  const lower = state?.toLowerCase()
  if (lower === 'open') return 'open'
  return lower === 'closed' || lower === 'merged' ? 'closed' : null
}

/** ISO 8601 in UTC; what is no time is not known. */
function toTime(text: string | null): string | null {
  if (text === null) return null
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text)) return text
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
