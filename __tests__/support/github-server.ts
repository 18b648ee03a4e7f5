// The part of GitHub's REST API that the action reads, on loopback, about one pull request.

import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonObject } from '../../src/core/json.ts'
import { createCommit, createPull } from './example-pull-request.ts'
import { answerGraphql } from './github-graphql.ts'
import { type Answer, listen, readBody, sendJson } from './http.ts'

/** What the server knows; tests change it between runs. */
export interface GitHubState {
  pull: JsonObject
  commits: JsonObject[]
  files: JsonObject[]
  /** Text files by `owner/name:path` or, on a branch, `owner/name:path@ref`. */
  contents: Map<string, string | Buffer>
  run: JsonObject | null
  /** Templates by `owner/name`, then by path; a repository that is not here does not exist to GraphQL. */
  templates: Map<string, Record<string, string>>
  /** What a route answers instead, as often as `times` says (always by default). */
  faults: Map<Route, Fault>
}

export type Route = 'pull' | 'commits' | 'files' | 'contents' | 'run' | 'graphql'

export interface Fault {
  /** Absent: the true answer, later. */
  status?: number
  message?: string
  headers?: Record<string, string>
  /** Milliseconds; Infinity never answers. */
  delay?: number
  times?: number
}

export interface GitHubServer {
  /** For GITHUB_API_URL. */
  origin: string
  state: GitHubState
  /** `GET /path?query` of every request so far. */
  requests: string[]
  /** The `authorization` header of every request so far. */
  tokens: (string | undefined)[]
  /** Back to the example pull request, without a policy. */
  reset(): void
  stop(): Promise<void>
}

const routes: [RegExp, Route][] = [
  [/^\/repos\/[^/]+\/[^/]+\/pulls\/\d+$/, 'pull'],
  [/^\/repos\/[^/]+\/[^/]+\/pulls\/\d+\/commits$/, 'commits'],
  [/^\/repos\/[^/]+\/[^/]+\/pulls\/\d+\/files$/, 'files'],
  [/^\/repos\/[^/]+\/[^/]+\/contents\//, 'contents'],
  [/^\/repos\/[^/]+\/[^/]+\/actions\/runs\/\d+$/, 'run'],
  [/^(?:\/api)?\/graphql$/, 'graphql'],
]

export async function startGitHubServer(): Promise<GitHubServer> {
  const state = createState()
  const requests: string[] = []
  const tokens: (string | undefined)[] = []
  const server = await listen(async (request, response) => {
    requests.push(`${request.method} ${request.url}`)
    tokens.push(request.headers.authorization)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = routes.find(([pattern]) => pattern.test(url.pathname))?.[1]
    const answer = route === undefined ? notFound : await applyFault(state, route, url, request)
    if (answer !== null) sendJson(response, answer)
  })
  return {
    origin: server.origin,
    state,
    requests,
    tokens,
    reset() {
      Object.assign(state, createState())
      requests.length = 0
      tokens.length = 0
    },
    stop: server.stop,
  }
}

function createState(): GitHubState {
  return {
    pull: createPull(),
    commits: [createCommit('ec26c3e57ca3a959ca5aad62de7213c562f8c821', 'Update README.md')],
    files: [{ filename: 'README.md', status: 'modified', additions: 1, deletions: 1 }],
    contents: new Map(),
    run: null,
    templates: new Map(),
    faults: new Map(),
  }
}

/** Null for no answer at all. */
async function applyFault(
  state: GitHubState,
  route: Route,
  url: URL,
  request: IncomingMessage,
): Promise<Answer | null> {
  const fault = state.faults.get(route)
  if (fault === undefined || fault.times === 0) return answer(state, route, url, request)
  if (fault.times !== undefined) fault.times -= 1
  if (fault.delay === Number.POSITIVE_INFINITY) return null
  if (fault.delay !== undefined) await sleep(fault.delay)
  if (fault.status === undefined) return answer(state, route, url, request)
  return [fault.status, { message: fault.message ?? 'Fault' }, fault.headers ?? {}]
}

async function answer(state: GitHubState, route: Route, url: URL, request: IncomingMessage): Promise<Answer> {
  switch (route) {
    case 'pull':
      return [200, state.pull]
    case 'commits':
      return pageOf(state.commits.slice(0, 250), url, request)
    case 'files':
      return pageOf(state.files, url, request)
    case 'run':
      return state.run === null
        ? [403, { message: 'Resource not accessible by integration' }]
        : [200, state.run]
    case 'contents':
      return contentOf(state, url)
    case 'graphql':
      return [200, answerGraphql(state.templates, JSON.parse(await readBody(request)))]
  }
}

const notFound: Answer = [404, { message: 'Not Found' }]

/** A page of a list, and where the next one is. */
function pageOf(all: JsonObject[], url: URL, request: IncomingMessage): Answer {
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const page = Number(url.searchParams.get('page') ?? 1)
  const next = new URL(url.pathname + url.search, `http://${request.headers.host}`)
  next.searchParams.set('page', String(page + 1))
  const headers = page * size < all.length ? { link: `<${next.href}>; rel="next"` } : {}
  return [200, all.slice((page - 1) * size, page * size), headers]
}

function contentOf(state: GitHubState, url: URL): Answer {
  const [, , owner, name, , ...path] = url.pathname.split('/').map(decodeURIComponent)
  const ref = url.searchParams.get('ref')
  const content = state.contents.get(`${owner}/${name}:${path.join('/')}${ref === null ? '' : `@${ref}`}`)
  if (content === undefined) return notFound
  const bytes = Buffer.from(content)
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  // GitHub breaks the lines of its base64.
  const lines = bytes.toString('base64').replace(/.{60}/g, '$&\n')
  return [200, { type: 'file', encoding: 'base64', size: bytes.length, content: lines, sha }]
}
