// The part of GitHub's REST API that the action reads, on loopback, about one pull request and, where a test adds
// some, others.

import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type JsonObject, readCount, readObject, readString } from '../../src/core/json.ts'
import { createCommit, createPull } from './example-pull-request.ts'
import { answerAssociated, answerGraphql } from './github-graphql.ts'
import {
  answerIssue,
  createIssueState,
  type IssueRoute,
  type IssueState,
  issueRoutes,
} from './github-issues.ts'
import {
  answerPeople,
  answerTimeline,
  createPeopleState,
  type PeopleRoute,
  type PeopleState,
  peopleRoutes,
} from './github-people.ts'
import { type Answer, cutOff, listen, pageOf, readBody, sendJson } from './http.ts'

/** What the server knows; tests change it between runs. */
interface GitHubState {
  /** The answer for any number that is not among `others`. */
  pull: JsonObject
  /** Other pull requests by number; null for one that is not there. */
  others: Map<number, JsonObject | null>
  /** The pull requests of commits, as GraphQL tells them, by SHA; null for a list that it refuses to tell. */
  associated: Map<string, JsonObject[] | null>
  commits: JsonObject[]
  files: JsonObject[]
  /** Text files by `owner/name:path` or, on a branch, `owner/name:path@ref`. */
  contents: Map<string, string | Buffer>
  run: JsonObject | null
  /** Templates by `owner/name`, then by path; a repository that is not here does not exist to GraphQL. */
  templates: Map<string, Record<string, string>>
  /** Who writes with the token, and the conversation. */
  issue: IssueState
  people: PeopleState
  /** What a route answers instead, as often as `times` says (always by default). */
  faults: Map<Route, Fault>
}

export type Route =
  | ('pull' | 'pulls' | 'commits' | 'files' | 'contents' | 'run' | 'graphql')
  | IssueRoute
  | PeopleRoute

export interface Fault {
  /** Absent: the true answer, later. */
  status?: number
  message?: string
  headers?: Record<string, string>
  /** The body as it is, instead of one with `message`. */
  raw?: string
  /** Breaks the connection in the middle of the body. */
  isCut?: boolean
  /** Does what was asked and then fails. */
  isDone?: boolean
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
  [/^GET \/repos\/[^/]+\/[^/]+\/pulls\/\d+$/, 'pull'],
  [/^GET \/repos\/[^/]+\/[^/]+\/pulls$/, 'pulls'],
  [/^GET \/repos\/[^/]+\/[^/]+\/pulls\/\d+\/commits$/, 'commits'],
  [/^GET \/repos\/[^/]+\/[^/]+\/pulls\/\d+\/files$/, 'files'],
  [/^GET \/repos\/[^/]+\/[^/]+\/contents\//, 'contents'],
  [/^GET \/repos\/[^/]+\/[^/]+\/actions\/runs\/\d+$/, 'run'],
  [/^POST (?:\/api)?\/graphql$/, 'graphql'],
  ...issueRoutes,
  ...peopleRoutes,
]

export async function startGitHubServer(): Promise<GitHubServer> {
  const state = createState()
  const requests: string[] = []
  const tokens: (string | undefined)[] = []
  const server = await listen(async (request, response) => {
    requests.push(`${request.method} ${request.url}`)
    tokens.push(request.headers.authorization)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = routes.find(([pattern]) => pattern.test(`${request.method} ${url.pathname}`))?.[1]
    if (route === undefined) return sendJson(response, notFound)
    const fault = takeFault(state, route)
    if (fault?.delay === Number.POSITIVE_INFINITY) return
    if (fault?.delay !== undefined) await sleep(fault.delay)
    const given = await answerWith(fault, () => answer(state, route, url, request))
    if (fault?.isCut) cutOff(response, given)
    else sendJson(response, given)
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
    others: new Map(),
    associated: new Map(),
    commits: [createCommit('ec26c3e57ca3a959ca5aad62de7213c562f8c821', 'Update README.md')],
    files: [{ filename: 'README.md', status: 'modified', additions: 1, deletions: 1 }],
    contents: new Map(),
    run: null,
    templates: new Map(),
    issue: createIssueState(),
    people: createPeopleState(),
    faults: new Map(),
  }
}

/** The fault that `route` has now, if any. */
function takeFault(state: GitHubState, route: Route): Fault | undefined {
  const fault = state.faults.get(route)
  if (fault?.times === 0) return undefined
  if (fault?.times !== undefined) fault.times -= 1
  return fault
}

async function answerWith(fault: Fault | undefined, answer: () => Promise<Answer>): Promise<Answer> {
  const isTrue = fault === undefined || (fault.status === undefined && fault.raw === undefined)
  if (isTrue) return answer()
  if (fault.isDone) await answer()
  return [fault.status ?? 200, fault.raw ?? { message: fault.message ?? 'Fault' }, fault.headers ?? {}]
}

async function answer(state: GitHubState, route: Route, url: URL, request: IncomingMessage): Promise<Answer> {
  switch (route) {
    case 'pull':
      return pullOf(state, url)
    case 'pulls':
      return pageOf(findPulls(state, url), url, request)
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
    case 'permission':
    case 'membership':
    case 'team':
      return answerPeople(state.people, route, url)
    case 'graphql':
      return answerQuery(state, JSON.parse(await readBody(request)))
    default:
      return answerIssue(state.issue, state.pull, route, request)
  }
}

const notFound: Answer = [404, { message: 'Not Found' }]

function pullOf({ pull, others }: GitHubState, url: URL): Answer {
  const other = others.get(Number(url.pathname.split('/').at(-1)))
  return other === undefined ? [200, pull] : other === null ? notFound : [200, other]
}

/** Those with the head `owner:branch`, the newest first. */
function findPulls({ pull, others }: GitHubState, url: URL): JsonObject[] {
  const wanted = url.searchParams.get('head')
  const state = url.searchParams.get('state') ?? 'open'
  return [pull, ...[...others.values()].filter((other) => other !== null)]
    .filter((each) => readString(readObject(each, 'head'), 'label') === wanted)
    .filter((each) => state === 'all' || readString(each, 'state') === state)
    .sort((a, b) => (readCount(b, 'number') ?? 0) - (readCount(a, 'number') ?? 0))
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

function answerQuery(state: GitHubState, asked: Parameters<typeof answerGraphql>[1]): Answer {
  const { issue, templates, people, associated } = state
  if (asked.query.includes('timelineItems')) return answerTimeline(people)
  if (asked.query.includes('associatedPullRequests')) return [200, answerAssociated(associated, asked.query)]
  if (!asked.query.includes('viewer')) return [200, answerGraphql(templates, asked)]
  if (issue.viewer === null) return [200, { data: null, errors: [{ message: 'Resource not accessible' }] }]
  return [200, { data: { viewer: { login: issue.viewer } } }]
}
