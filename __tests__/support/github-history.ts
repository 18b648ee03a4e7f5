// GitHub's GraphQL API as far as the history source asks it, and the diffs of REST: repositories with pull requests that a
// test makes, pages with cursors, and faults.

import { type JsonObject, readCount, readString } from '../../src/core/json.ts'
import { type Answer, cutOff, listen, readBody, sendJson } from './http.ts'

export interface HistoryPull {
  number: number
  title: string
  body: string
  author: JsonObject | null
  state: 'OPEN' | 'CLOSED' | 'MERGED'
  createdAt: string
  updatedAt: string
  closedAt: string | null
  mergedAt: string | null
  headRefName: string
  mergeSha: string | null
  checks: string | null
  reviewDecision: string | null
  commits: { oid: string; message: string }[]
  files: { path: string; additions: number; deletions: number }[]
  diff: string
}

export interface HistoryRepository {
  id: number
  visibility: 'PUBLIC' | 'PRIVATE'
  license: string | null
  pulls: HistoryPull[]
  /** Commits of the default branch; those of pull requests need not be among them. */
  branch: { oid: string; committedDate: string; message: string }[]
}

export interface Question {
  query: string
  variables: JsonObject
  /** `repository`, `repositories`, `pulls`, `numbered`, `list`, `commits`, `branch` or `diff`. */
  kind: string
}

export interface HistoryServer {
  origin: string
  /** By `owner/name`. */
  repositories: Map<string, HistoryRepository>
  questions: Question[]
  budget: { cost: number; remaining: number; resetAt: string }
  /** An answer instead of the true one, or what to do to it; undefined: the true one. */
  fault: (question: Question, answer: JsonObject) => Answer | 'cut' | 'hang' | undefined
  reset(): void
  stop(): Promise<void>
}

export async function startHistoryServer(): Promise<HistoryServer> {
  const state: HistoryServer = {
    ...fresh(),
    repositories: new Map(),
    questions: [],
    origin: '',
    reset() {
      Object.assign(state, fresh())
      state.repositories.clear()
      state.questions.length = 0
    },
    stop: () => server.stop(),
  }
  const server = await listen(async (request, response) => {
    const question = await readQuestion(request.url ?? '', await readBody(request))
    state.questions.push(question)
    const answer = answerQuestion(state, question)
    const fault = state.fault(question, answer)
    if (fault === 'hang') return
    if (fault === 'cut') return cutOff(response, [200, answer])
    if (fault !== undefined) return sendJson(response, fault)
    if (question.kind !== 'diff') return sendJson(response, [200, answer])
    const diff = readString(answer, 'diff')
    sendJson(response, [
      diff === null ? 404 : 200,
      diff ?? '{}',
      { 'content-type': 'application/vnd.github.diff; charset=utf-8' },
    ])
  })
  state.origin = server.origin
  return state
}

function fresh() {
  return {
    budget: { cost: 1, remaining: 5000, resetAt: '2026-11-26T12:00:00Z' },
    fault: () => undefined,
  }
}

async function readQuestion(url: string, text: string): Promise<Question> {
  const [, fullName, number] = /^\/repos\/(.+)\/pulls\/(\d+)$/.exec(url) ?? []
  if (number !== undefined)
    return { query: '', variables: { fullName, number: Number(number) }, kind: 'diff' }
  const { query, variables }: { query: string; variables: JsonObject } = JSON.parse(text)
  const kinds: [string, string][] = [
    ['repositoryOwner', 'repositories'],
    ['orderBy: $order', 'pulls'],
    ['p0: pullRequest', 'numbered'],
    ['list: ', 'list'],
    ['associatedPullRequests', 'commits'],
    ['history(', 'branch'],
  ]
  const kind = kinds.find(([part]) => query.includes(part))?.[1] ?? 'repository'
  return { query, variables, kind }
}

function answerQuestion(state: HistoryServer, { query, variables, kind }: Question): JsonObject {
  const fullName = readString(variables, 'fullName') ?? `${variables.owner}/${variables.name}`
  const repository = state.repositories.get(fullName)
  const rateLimit = state.budget
  if (kind === 'repositories') return { data: { rateLimit, repositoryOwner: listOwned(state, variables) } }
  if (repository === undefined) {
    const message = `Could not resolve to a Repository with the name '${fullName}'.`
    return {
      data: { rateLimit, repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'], message }],
    }
  }
  const find = (number: unknown) => repository.pulls.find((pull) => pull.number === number)
  if (kind === 'diff') return { diff: find(variables.number)?.diff ?? null }
  if (kind === 'repository') return { data: { rateLimit, repository: toAbout(fullName, repository) } }
  if (kind === 'branch') {
    const since = readString(variables, 'since') ?? ''
    const commits = repository.branch.filter(({ committedDate }) => committedDate >= since)
    const history = pageOf(commits, { first: 100, after: variables.after })
    return { data: { rateLimit, repository: { defaultBranchRef: { target: { history } } } } }
  }
  if (kind === 'numbered') {
    const asked = [...query.matchAll(/(p\d+): pullRequest\(number: (\d+)\)/g)]
    const found = asked.map(([, alias = '', number]) => {
      const pull = find(Number(number))
      return [alias, pull === undefined ? null : toNode(pull, query)] as const
    })
    return { data: { rateLimit, repository: Object.fromEntries(found) } }
  }
  if (kind === 'list') {
    const pull = find(variables.number)
    const items = query.includes('list: commits') ? pull?.commits.map(toCommitNode) : pull?.files
    return { data: { rateLimit, repository: { pullRequest: { list: pageOf(items ?? [], variables) } } } }
  }
  if (kind === 'commits') {
    const asked = [...query.matchAll(/(c\d+): object\(expression: "([0-9a-f]+)"\)/g)]
    const found = asked.map(([, alias = '', sha = '']) => {
      const nodes = repository.pulls
        .filter(({ mergeSha, commits }) =>
          [mergeSha, ...commits.map(({ oid }) => oid)].some((each) => each?.startsWith(sha)),
        )

        .flatMap(({ number, mergedAt }) => [
          { number: 1, merged: true, baseRepository: { databaseId: 1 } },
          { number, merged: mergedAt !== null, baseRepository: { databaseId: repository.id } },
        ])
      return [alias, nodes.length === 0 ? null : { associatedPullRequests: { nodes } }] as const
    })
    return { data: { rateLimit, repository: Object.fromEntries(found) } }
  }
  return { data: { rateLimit, repository: { pullRequests: listPulls(repository, query, variables) } } }
}

/** Cursors are values, as GitHub's are: what is updated moves, and nothing else does. */
function listPulls({ pulls }: HistoryRepository, query: string, variables: JsonObject): JsonObject {
  const isNewestFirst = JSON.stringify(variables.order).includes('UPDATED_AT')
  const keyOf = (pull: HistoryPull) =>
    `${isNewestFirst ? pull.updatedAt : pull.createdAt} ${String(pull.number).padStart(6, '0')}`
  const sign = isNewestFirst ? -1 : 1
  const sorted = [...pulls].sort((a, b) => (keyOf(a) < keyOf(b) ? -sign : sign))
  const after = readString(variables, 'after')
  const rest =
    after === null
      ? sorted
      : sorted.filter((pull) => (keyOf(pull) < after ? -1 : keyOf(pull) > after ? 1 : 0) * sign > 0)
  const page = rest.slice(0, readCount(variables, 'first') ?? 0)
  const last = page.at(-1)
  return {
    totalCount: pulls.length,
    pageInfo: { hasNextPage: rest.length > page.length, endCursor: last === undefined ? null : keyOf(last) },
    nodes: page.map((pull) => toNode(pull, query)),
  }
}

function listOwned({ repositories }: HistoryServer, variables: JsonObject): JsonObject | null {
  const own = [...repositories].filter(([name]) => name.startsWith(`${variables.owner}/`))
  if (own.length === 0) return null
  return {
    repositories: pageOf(
      own.map(([name, repository]) => toAbout(name, repository)),
      variables,
    ),
  }
}

function pageOf(items: readonly JsonObject[], { first, after }: JsonObject): JsonObject {
  const start = after === null || after === undefined ? 0 : Number(after)
  const end = start + Number(first)
  return {
    totalCount: items.length,
    pageInfo: { hasNextPage: end < items.length, endCursor: String(Math.min(end, items.length)) },
    nodes: items.slice(start, end),
  }
}

function toAbout(
  nameWithOwner: string,
  { id, visibility, license, pulls, branch }: HistoryRepository,
): JsonObject {
  const newest = pulls
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1)
  return {
    databaseId: id,
    nameWithOwner,
    visibility,
    pushedAt: branch
      .map(({ committedDate }) => committedDate)
      .concat(newest ?? toTime(0))
      .sort()
      .at(-1),
    licenseInfo: license === null ? null : { spdxId: license },
    newest: { totalCount: pulls.length, nodes: newest === undefined ? [] : [{ updatedAt: newest }] },
  }
}

function toNode(pull: HistoryPull, query: string): JsonObject {
  if (!query.includes('title body')) return { number: pull.number, updatedAt: pull.updatedAt }
  const { mergeSha, checks, commits, files, diff: _, ...facts } = pull
  return {
    ...facts,
    url: `https://github.com/octo/app/pull/${pull.number}`,
    merged: pull.mergedAt !== null,
    isDraft: false,
    authorAssociation: 'MEMBER',
    baseRefName: 'main',
    baseRefOid: 'b'.repeat(40),
    headRefOid: commits.at(-1)?.oid ?? null,
    headRepository: { databaseId: 4242 },
    mergeCommit: mergeSha === null ? null : { oid: mergeSha },
    changedFiles: files.length,
    labels: { nodes: [{ name: 'enhancement' }] },
    last: { nodes: [{ commit: { statusCheckRollup: checks === null ? null : { state: checks } } }] },
    ...(query.includes('commits(first: 100)')
      ? { commits: pageOf(commits.map(toCommitNode), { first: 100 }) }
      : {}),
    ...(query.includes('files(first: 100)') ? { files: pageOf(files, { first: 100 }) } : {}),
  }
}

function toCommitNode({ oid, message }: { oid: string; message: string }): JsonObject {
  const signature = { name: 'Ada', email: 'ada@example.com', user: { login: 'ada', databaseId: 7 } }
  return { commit: { oid, message, author: signature, committer: signature } }
}

/** A merged pull request, but for what `given` says; `number` is also its hour. */
export function createHistoryPull(number: number, given: Partial<HistoryPull> = {}): HistoryPull {
  const time = toTime(number)
  const state = given.state ?? 'MERGED'
  return {
    number,
    title: `Change ${number}`,
    body: `Body of ${number}`,
    author: { __typename: 'User', login: 'ada', databaseId: 7 },
    state,
    createdAt: time,
    updatedAt: time,
    closedAt: state === 'OPEN' ? null : time,
    mergedAt: state === 'MERGED' ? time : null,
    headRefName: `topic-${number}`,
    mergeSha: state === 'MERGED' ? shaOf(number * 1000) : null,
    checks: 'SUCCESS',
    reviewDecision: 'APPROVED',
    commits: [{ oid: shaOf(number), message: `Change ${number}` }],
    files: [{ path: 'src/app.ts', additions: number, deletions: 1 }],
    diff: `diff --git a/src/app.ts b/src/app.ts\n+${number}\n`,
    ...given,
  }
}

/** The `hour`th hour of 2026. */
export function toTime(hour: number): string {
  return new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString().replace('.000', '')
}

/** Forty digits. Numbers differ in the first ones. */
export function shaOf(number: number): string {
  return (number * 2_654_435_761).toString(16).padStart(10, '0').slice(-10).padEnd(40, 'a')
}
