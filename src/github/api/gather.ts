// Gathers what one check needs, as much at a time as can be: the live pull request, or else the event's copy
// of it, and the policy of its base branch.

import { type ApiFailure, remedyFor } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { type JsonObject, readObject, readString } from '../../core/json.ts'
import type { PullRequest } from '../../core/pull-request.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Inputs } from '../event/inputs.ts'
import type { Context } from '../event/read-context.ts'
import type { Target } from '../event/target.ts'
import { type LoadedPolicy, loadPolicy } from './load-policy.ts'
import { readListing } from './read-listing.ts'
import { type Notes, readNotes } from './read-notes.ts'
import { type List, type PullRequestReading, type Reading, readPullRequest } from './read-pull-request.ts'
import { readTemplates } from './read-templates.ts'
import { toPullRequest } from './to-pull-request.ts'

export interface Gathered {
  pullRequest: PullRequest
  policy: LoadedPolicy
  /** What could not be read, and the remedy. */
  notices: string[]
}

const permission = 'pull-requests: read'

/** Throws a {@link UsageError} when neither the API nor the event has the pull request. */
export async function gather(
  client: Client,
  target: Target,
  context: Context,
  inputs: Inputs,
): Promise<Gathered> {
  const load = (baseRef: string | null) =>
    loadPolicy(client, { repository: context.repository, baseRef, location: inputs.policy })
  const eventRef = readBaseRef(target.payload)
  const read = readPullRequest(client, { ...context, number: target.number })
  // GraphQL answers nobody without a token.
  const listing = inputs.githubToken === '' ? null : readListing(client, context)
  const [reading, eventPolicy, templates, notes] = await Promise.all([
    read,
    eventRef === null ? null : load(eventRef),
    listing ? readTemplates(client, context, listing) : [],
    listing ? readNotes(client, context, listing, read.then(listShas)) : noNotes,
  ])
  const [pull, notices] = pickPull(reading, target, context)
  const baseRef = readBaseRef(pull)
  return {
    pullRequest: toPullRequest(
      {
        pull,
        bodyFrom: 'data' in reading.pullRequest ? 'api' : 'event',
        commits: listOf(reading.commits),
        files: listOf(reading.files),
        templates,
        notes: notes.bySha,
      },
      context,
    ),
    // The base branch may have changed since the event.
    policy: eventPolicy !== null && baseRef === eventRef ? eventPolicy : await load(baseRef),
    notices: [...notices, ...describeLists(reading), ...describeNotes(notes)],
  }
}

function pickPull(
  { pullRequest }: PullRequestReading,
  { number, payload }: Target,
  { repository }: Context,
): [JsonObject, string[]] {
  if ('data' in pullRequest) return [pullRequest.data, []]
  const { failure } = pullRequest
  if (payload !== null) {
    return [
      payload,
      [`The description is the event's, which may be older than the live one: ${explain(failure)}`],
    ]
  }
  const remedy =
    failure.status === 404
      ? `Check the number, and give the job the permission \`${permission}\`.`
      : remedyFor(failure, permission)
  throw new UsageError(
    `Cannot read pull request #${number} of \`${repository}\`: ${failure.reason}. ${remedy}`,
  )
}

/** One notice for each reason. */
function describeLists({ commits, files }: PullRequestReading): string[] {
  const missing = new Map<string, string[]>()
  for (const [name, reading] of [
    ['commits', commits],
    ['changed files', files],
  ] as const) {
    if (!('failure' in reading)) continue
    const why = explain(reading.failure)
    missing.set(why, [...(missing.get(why) ?? []), name])
  }
  return [...missing].map(([why, names]) => `The record lacks ${names.join(' and ')}: ${why}`)
}

function describeNotes({ failure }: Notes): string[] {
  if (failure === null) return []
  return [`The record lacks git-ai's notes: ${failure.reason}. ${remedyFor(failure, 'contents: read')}`]
}

function explain(failure: ApiFailure): string {
  return `${failure.reason}. ${remedyFor(failure, permission)}`
}

function listOf(reading: Reading<List>): List {
  return 'data' in reading ? reading.data : { items: [], truncated: false }
}

function listShas({ commits }: PullRequestReading): string[] {
  return listOf(commits).items.flatMap((item) => readString(item, 'sha') ?? [])
}

const noNotes: Notes = { bySha: new Map(), failure: null }

function readBaseRef(pull: JsonObject | null): string | null {
  return readString(readObject(pull, 'base'), 'ref')
}
