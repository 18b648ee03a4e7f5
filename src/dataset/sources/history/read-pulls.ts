// Pages of pull requests, as large as GitHub can compute. One pull request that it cannot compute at all is named and passed by.

import {
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import type { Problem } from '../../input.ts'
import { isHeavy, Refused, TooHeavy } from './api-trouble.ts'
import { PageSize } from './page-size.ts'
import { type Level, pullsQuery } from './queries.ts'
import type { Owned } from './repository.ts'
import type { Answer, Session } from './session.ts'
import { readNodes } from './to-row.ts'

/** `created` goes on from where it was, `updated` begins with what changed last. */
export type Order = 'created' | 'updated'

export interface PullPage {
  /** As {@link pullsQuery} selects them; their lists may lack. */
  nodes: readonly JsonObject[]
  problems: readonly Problem[]
  /** Where the next page begins. */
  cursor: string | null
  hasNext: boolean
  total: number | null
}

const orders: Readonly<Record<Order, JsonObject>> = {
  created: { field: 'CREATED_AT', direction: 'ASC' },
  updated: { field: 'UPDATED_AT', direction: 'DESC' },
}

/** The pages after the cursor `after`. Throws {@link Refused} when GitHub does not show the repository, {@link TooHeavy} when it is down. */
export async function* readPulls(
  session: Session,
  { owner, name }: Owned,
  order: Order,
  after: string | null,
): AsyncGenerator<PullPage> {
  const size = new PageSize()
  let level: Level = 'full'
  let cursor = after
  let reason = ''
  for (;;) {
    try {
      const variables = { owner, name, first: size.current, after: cursor, order: orders[order] }
      const answer = await session.ask(pullsQuery(level), variables)
      const page = toPage(answer, `${owner}/${name}`, level, reason)
      size.answered()
      level = 'full'
      cursor = page.cursor
      yield page
      if (!page.hasNext || cursor === null) return
    } catch (error) {
      if (!(error instanceof TooHeavy)) throw error
      if (size.shrink()) continue
      if (level === 'bare') throw error
      reason = error.message
      level = level === 'full' ? 'light' : 'bare'
    }
  }
}

function toPage({ data, errors }: Answer, place: string, level: Level, reason: string): PullPage {
  const list = readObject(readObject(data, 'repository'), 'pullRequests')
  if (list === null) throw new Refused(readString(errors[0] ?? null, 'message') ?? 'GitHub does not show it')
  const all = readNodes(list)
  const nodes = all.filter((node) => node !== null)
  const heavy = errors.find(isHeavy)
  if (level !== 'bare' && (heavy !== undefined || nodes.length < all.length)) {
    throw new TooHeavy(readString(heavy ?? errors[0] ?? null, 'message') ?? 'GitHub left some out')
  }
  const pageInfo = readObject(list, 'pageInfo')
  return {
    nodes: level === 'bare' ? [] : nodes,
    problems: level === 'bare' ? [toUnreadable(place, nodes[0] ?? null, reason)] : toPartial(place, errors),
    cursor: readString(pageInfo, 'endCursor'),
    hasNext: readBoolean(pageInfo, 'hasNextPage') === true,
    total: readCount(list, 'totalCount'),
  }
}

function toUnreadable(place: string, node: JsonObject | null, reason: string): Problem {
  const number = readCount(node, 'number')
  return {
    place: number === null ? place : `${place}#${number}`,
    reason: 'unreadable-pull-request',
    message: `GitHub cannot compute this pull request (${reason}); it is left out. Run again later.`,
  }
}

/** What stands beside the data is told once for each kind: without a permission it would be told for every pull request. */
function toPartial(place: string, errors: readonly JsonObject[]): Problem[] {
  const kinds = new Map<string, string>()
  for (const error of errors) {
    const path = readPath(error)
    kinds.set(path, readString(error, 'message') ?? 'no reason given')
  }
  return [...kinds].map(([path, message]) => ({
    place,
    reason: 'partial-answer',
    message: `GitHub did not tell \`${path}\` (${message.slice(0, 200)}); the rest is kept. Check the permissions of the token.`,
  }))
}

function readPath(error: JsonObject): string {
  const path: unknown = error.path
  const names = Array.isArray(path)
    ? path.filter((part) => typeof part === 'string' && /^\w+$/.test(part))
    : []
  return names.slice(2).join('.') || 'something'
}

/** The pull requests in `errors` and data of {@link numberedQuery}. */
export function readAliases(data: JsonObject, prefix: string, count: number): (JsonObject | null)[] {
  const repository = readObject(data, 'repository')
  return Array.from({ length: count }, (_, index) => readObject(repository, `${prefix}${index}`))
}

/** The numbers of merged pull requests in an answer to {@link commitsQuery}; a commit may be in pull requests of forks too. */
export function readMergedNumbers(commit: JsonObject | null, repositoryId: number): number[] {
  return readObjects(readObject(commit, 'associatedPullRequests'), 'nodes')
    .filter((pull) => readBoolean(pull, 'merged') === true)
    .filter((pull) => readCount(readObject(pull, 'baseRepository'), 'databaseId') === repositoryId)
    .flatMap((pull) => readCount(pull, 'number') ?? [])
}
