// Pull requests as GitHub says they are, many in one query: a call an artifact would double what collecting costs.

import {
  isJsonObject,
  type JsonObject,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import type { Connection } from './connect.ts'
import type { PullFacts } from './find-forgery.ts'

export interface PullId {
  /** `owner/name`. */
  repository: string
  repositoryId: number
  number: number
}

/** Null: there is no such pull request. Absent from the map: GitHub did not tell. */
export type Pulls = ReadonlyMap<string, PullFacts | null>

/** Each with its last 100 commits; more time out. */
const mostPulls = 50

/** In a row, each of several tries; then GitHub is not asked any more. */
const mostFailures = 8

/** The key of a pull request in {@link Pulls}. */
export function pullKey({ repositoryId, number }: Omit<PullId, 'repository'>): string {
  return `${repositoryId}/${number}`
}

/** `ids` are of different pull requests. `tell` is called with how many are known. Rejects only when aborted. */
export async function readPulls(
  connection: Connection,
  graphqlUrl: string,
  ids: readonly PullId[],
  tell: (done: number) => void,
): Promise<Pulls> {
  const pulls = new Map<string, PullFacts | null>()
  const sorted = [...ids].sort((a, b) => a.repositoryId - b.repositoryId || a.number - b.number)
  // Halved when GitHub cannot answer for all; a stack, the first batch on top.
  const batches = cut(sorted, mostPulls).reverse()
  let failures = 0
  for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
    try {
      const { query, variables } = createQuery(batch)
      const { data } = await connection.request(`POST ${graphqlUrl}`, { query, variables })
      const untold = readBatch(data, batch, pulls)
      if (untold.length > 0 && untold.length < batch.length) batches.push(untold)
      failures = 0
    } catch {
      connection.signal.throwIfAborted()
      failures += 1
      if (failures === mostFailures) return pulls
      if (batch.length > 1) batches.push(...cut(batch, Math.ceil(batch.length / 2)).reverse())
    }
    tell(pulls.size)
  }
  return pulls
}

/** Adds what the answer tells to `pulls`; the rest is returned. */
function readBatch(
  answer: unknown,
  batch: readonly PullId[],
  pulls: Map<string, PullFacts | null>,
): PullId[] {
  const body = isJsonObject(answer) ? answer : null
  const data = readObject(body, 'data')
  if (data === null) throw new Error('the answer is not one of GraphQL')
  const missing = new Set(
    readObjects(body, 'errors')
      .filter((error) => readString(error, 'type') === 'NOT_FOUND' && Array.isArray(error.path))
      .map(({ path }) => String(path)),
  )
  return batch.filter((id) => {
    const alias = aliasOf(id)
    const repository = readObject(data, alias)
    const pull = readObject(repository, `p${id.number}`)
    // A name that another repository has now says nothing of this one.
    if (repository !== null && readCount(repository, 'databaseId') !== id.repositoryId) return true
    if (pull !== null) pulls.set(pullKey(id), toFacts(pull))
    else if (missing.has(`${alias},p${id.number}`)) pulls.set(pullKey(id), null)
    else return true
    return false
  })
}

function toFacts(pull: JsonObject): PullFacts {
  const head = readString(pull, 'headRefOid')
  const commits = readObjects(readObject(pull, 'commits'), 'nodes')
  const shas = commits.flatMap((each) => readString(readObject(each, 'commit'), 'oid') ?? [])
  return {
    headRepositoryId: readCount(readObject(pull, 'headRepository'), 'databaseId'),
    headBranch: readString(pull, 'headRefName'),
    shas: new Set(head === null ? shas : [...shas, head]),
  }
}

function createQuery(batch: readonly PullId[]): { query: string; variables: JsonObject } {
  const byAlias = new Map<string, PullId[]>()
  for (const id of batch) byAlias.set(aliasOf(id), [...(byAlias.get(aliasOf(id)) ?? []), id])
  const variables: Record<string, string> = {}
  const parts = [...byAlias].map(([alias, ids]) => {
    const [owner = '', name = ''] = (ids[0]?.repository ?? '').split('/')
    variables[`${alias}o`] = owner
    variables[`${alias}n`] = name
    const pulls = ids.map(({ number }) => `p${number}: pullRequest(number: ${number}) { ...head }`)
    return `${alias}: repository(owner: $${alias}o, name: $${alias}n) { databaseId ${pulls.join(' ')} }`
  })
  const declared = Object.keys(variables).map((name) => `$${name}: String!`)
  const fragment =
    'fragment head on PullRequest { headRefOid headRefName headRepository { databaseId } commits(last: 100) { nodes { commit { oid } } } }'
  return { query: `query (${declared.join(', ')}) { ${parts.join(' ')} } ${fragment}`, variables }
}

function aliasOf({ repositoryId }: PullId): string {
  return `r${repositoryId}`
}

function cut<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}
