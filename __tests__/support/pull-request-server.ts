// What GitHub's command line asks to open, read and change pull requests, on a socket of the file system, where its
// setting `http_unix_socket` sends all it would send to github.com: GraphQL, with one answer for all questions.

import { once } from 'node:events'
import { createServer } from 'node:http'
import { isJsonObject, type JsonObject, readString } from '../../src/core/json.ts'
import { close, readBody, sendJson } from './http.ts'

export interface PullRequestServer {
  /** The description of pull request 7, which is open once it has one. */
  description: string | null
  /** The input of each mutation, by its name. */
  mutations: [name: string, input: JsonObject][]
  /** Called before each question, which it may fail by throwing. */
  onQuery(query: string): void
  stop(): Promise<void>
}

/** The repository `Codertocat/Hello-World`, whose branch `total` is to be merged into `main`; at the path `socket`. */
export async function startPullRequestServer(socket: string): Promise<PullRequestServer> {
  const state: PullRequestServer = {
    description: null,
    mutations: [],
    onQuery() {},
    stop: () => close(server),
  }
  const server = createServer(async (request, response) => {
    const asked: unknown = JSON.parse((await readBody(request)) || 'null')
    const query =
      readString(isJsonObject(asked) ? asked : null, 'query') ?? `${request.method} ${request.url}`
    state.onQuery(query)
    if (!isJsonObject(asked)) return sendJson(response, [200, {}])
    const name = /mutation \w+\([^)]*\)\s*\{\s*(\w+)/.exec(query)?.[1]
    const variables = asked.variables
    const input = isJsonObject(variables) ? variables.input : null
    if (name !== undefined && isJsonObject(input)) {
      state.mutations.push([name, input])
      state.description = readString(input, 'body')
      const done = { __typename: 'Payload', pullRequest: createPull(state) }
      return sendJson(response, [200, { data: pick({ [name]: done }, query) }])
    }
    const words = query.replace('repo_000: repository', 'repo_000')
    sendJson(response, [200, { data: pick(answer(state, query), words) }])
  })
  server.listen(socket)
  await once(server, 'listening')
  return state
}

/** What of `value` is named in `query`: some versions refuse what they did not ask for. */
function pick(value: unknown, query: string): unknown {
  if (Array.isArray(value)) return value.map((each) => pick(each, query))
  if (!isJsonObject(value)) return value
  const asked = Object.entries(value).filter(([key]) => new RegExp(`\\b${key}\\b`).test(query))
  return Object.fromEntries(asked.map(([key, inner]) => [key, pick(inner, query)]))
}

function answer(state: PullRequestServer, query: string): JsonObject {
  // Nothing else is expected there.
  if (query.includes('PullRequestProjectItems')) return { repository: { pullRequest: { projectItems } } }
  const pull = createPull(state)
  const repository = createRepository()
  return {
    __type: { fields: [], inputFields: [] },
    viewer: { login: 'octocat' },
    repo_000: repository,
    repository: {
      ...repository,
      pullRequest: pull,
      pullRequests: {
        nodes: state.description === null ? [] : [pull],
        totalCount: 1,
        pageInfo: { hasNextPage: false },
      },
    },
  }
}

const projectItems = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

function createRepository(): JsonObject {
  const owner = { id: 'U_1', login: 'Codertocat' }
  return {
    id: 'R_1',
    name: 'Hello-World',
    owner,
    nameWithOwner: 'Codertocat/Hello-World',
    url: 'https://github.com/Codertocat/Hello-World',
    hasIssuesEnabled: true,
    hasWikiEnabled: true,
    viewerPermission: 'ADMIN',
    defaultBranchRef: { name: 'main' },
    isPrivate: false,
    parent: null,
  }
}

function createPull({ description }: PullRequestServer): JsonObject {
  return {
    id: 'PR_7',
    number: 7,
    url: 'https://github.com/Codertocat/Hello-World/pull/7',
    title: 'Add up all prices',
    state: 'OPEN',
    body: description,
    baseRefName: 'main',
    headRefName: 'total',
    headRefOid: 'a'.repeat(40),
    headRepositoryOwner: { id: 'U_1', login: 'Codertocat' },
    isCrossRepository: false,
  }
}
