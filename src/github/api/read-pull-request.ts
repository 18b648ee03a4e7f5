// Reads the live pull request, its commits and its files through the API, each on its own: one that fails
// does not take the others with it.

import { type ApiFailure, toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { readPages } from '../../api/read-pages.ts'
import { isJsonObject, type JsonObject, readCount } from '../../core/json.ts'

/** What was read, or why it was not. */
export type Reading<T> = { data: T } | { failure: ApiFailure }

export interface PullRequestReading {
  pullRequest: Reading<JsonObject>
  commits: Reading<List>
  files: Reading<List>
}

export interface List {
  items: JsonObject[]
  /** True when there are more than were read. */
  truncated: boolean
}

export interface PullRequestId {
  owner: string
  repositoryName: string
  number: number
}

/** GitHub lists no more commits of a pull request than this. */
const mostCommits = 250
/** Of up to 3,000; more would cost time and say little. */
const mostFiles = 300

/** Starts all requests at once. Never rejects. */
export async function readPullRequest(client: Client, id: PullRequestId): Promise<PullRequestReading> {
  const route = `/repos/${encodeURIComponent(id.owner)}/${encodeURIComponent(id.repositoryName)}/pulls/${id.number}`
  const [pullRequest, commits, files] = await Promise.all([
    attempt(async () => {
      const { data }: { data: unknown } = await client.request(`GET ${route}`)
      if (!isJsonObject(data) || readCount(data, 'number') !== id.number) {
        throw new Error('the answer is not this pull request')
      }
      return data
    }),
    attempt(() => readList(client, `GET ${route}/commits`, mostCommits)),
    attempt(() => readList(client, `GET ${route}/files`, mostFiles)),
  ])
  return { pullRequest, commits: countedBy(pullRequest, commits), files }
}

/** The first `most` items of a paged list. */
async function readList(client: Client, route: string, most: number): Promise<List> {
  const items: JsonObject[] = []
  for await (const page of readPages(client, route)) {
    items.push(...page.items)
    if (items.length >= most) {
      return { items: items.slice(0, most), truncated: page.hasNext || items.length > most }
    }
  }
  return { items, truncated: false }
}

/** The list of commits ends at its limit without saying so: only the pull request knows how many there are. */
function countedBy(pullRequest: Reading<JsonObject>, commits: Reading<List>): Reading<List> {
  if ('failure' in pullRequest || 'failure' in commits) return commits
  const { items, truncated } = commits.data
  const total = readCount(pullRequest.data, 'commits') ?? 0
  return { data: { items, truncated: truncated || total > items.length } }
}

async function attempt<T>(read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { data: await read() }
  } catch (error) {
    return { failure: toApiFailure(error) }
  }
}
