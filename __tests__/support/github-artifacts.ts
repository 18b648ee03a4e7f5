// GitHub's REST and GraphQL as far as artifacts are collected by them, and the storage that the zips are in, on loopback.

import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, cutOff, listen, pageOf, readBody, sendJson } from './http.ts'

interface TestPull {
  headRepositoryId: number | null
  headBranch: string
  /** The head is the last. */
  shas: string[]
}

export interface TestArtifact {
  id: number
  name: string
  size: number
  digest: string | null
  isExpired: boolean
  createdAt: string
  run: {
    id: number
    repository_id: number
    head_repository_id: number | null
    head_sha: string
    head_branch: string
  } | null
}

export interface TestRepository {
  id: number
  /** Newest first, as GitHub lists them. */
  artifacts: TestArtifact[]
  pulls: Map<number, TestPull>
}

/** A status with its headers, message and GraphQL’s errors, or half of the true answer. */
export type ArtifactApiFault =
  | { status: number; headers?: Record<string, string>; message?: string; errors?: object[] }
  | 'cut'

export interface GitHubArtifacts {
  apiUrl: string
  graphqlUrl: string
  /** By `owner/name`. */
  repositories: Map<string, TestRepository>
  /** What is answered instead, one a request: for the zip of an artifact by its id, and for `list`, `graphql`, `orgs`. */
  faults: Map<number | string, ArtifactApiFault[]>
  /** The same for the storage, by artifact. */
  blobFaults: Map<number, ArtifactApiFault[]>
  /** `GET /path?query` of every API request so far. */
  requests: string[]
  /** The `authorization` headers that the API and the storage got. */
  tokens: { api: Set<string | undefined>; storage: Set<string | undefined> }
  /** How often each artifact’s zip was asked for. */
  countZips(): Map<number, number>
  stop(): Promise<void>
}

export interface GitHubArtifactsOptions {
  /** The zip of artifact `id`. */
  readZip(id: number): Promise<Buffer>
  /** Where the API says that the zip is; by default, and for null, in a storage of its own, which reads it by `readZip`. */
  locate?: (id: number) => string | null
  /** Milliseconds before each answer; 0 by default. */
  delay?: number
}

export async function startGitHubArtifacts(options: GitHubArtifactsOptions): Promise<GitHubArtifacts> {
  const tokens: GitHubArtifacts['tokens'] = { api: new Set(), storage: new Set() }
  const repositories: GitHubArtifacts['repositories'] = new Map()
  const faults: GitHubArtifacts['faults'] = new Map()
  const blobFaults: GitHubArtifacts['blobFaults'] = new Map()
  const requests: string[] = []

  const storage = await listen(async (request, response) => {
    tokens.storage.add(request.headers.authorization)
    const id = Number(request.url?.split('?')[0]?.split('/').at(-1))
    const fault = blobFaults.get(id)?.shift()
    if (fault !== undefined && fault !== 'cut') return sendFault(response, fault)
    const bytes = await options.readZip(id).catch(() => null)
    if (bytes === null) return response.destroy()
    response.writeHead(200, { 'content-type': 'application/zip', 'content-length': bytes.length })
    if (fault === 'cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
    else response.end(bytes)
  })
  const locate = (id: number) => options.locate?.(id) ?? `${storage.origin}/zips/${id}?sig=${id}`

  const api = await listen(async (request, response) => {
    requests.push(`${request.method} ${request.url}`)
    tokens.api.add(request.headers.authorization)
    if (options.delay) await sleep(options.delay)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const zip = /^\/repos\/[^/]+\/[^/]+\/actions\/artifacts\/(\d+)\/zip$/.exec(url.pathname)
    const route = zip !== null ? Number(zip[1]) : routeOf(url)
    const fault = faults.get(route)?.shift()
    if (fault !== undefined && fault !== 'cut') return sendFault(response, fault)
    if (typeof route === 'number') {
      if (fault === 'cut') return response.destroy()
      return response.writeHead(302, { location: locate(route), ...budget }).end()
    }
    const answer = await answerRoute(repositories, route, url, request)
    if (fault === 'cut') cutOff(response, answer)
    else sendJson(response, [answer[0], answer[1], { ...answer[2], ...budget }])
  })

  return {
    apiUrl: api.origin,
    graphqlUrl: `${api.origin}/graphql`,
    repositories,
    faults,
    blobFaults,
    requests,
    tokens,
    countZips() {
      const ids = requests.flatMap((each) => /\/artifacts\/(\d+)\/zip$/.exec(each)?.[1] ?? []).map(Number)
      const counts = new Map<number, number>()
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
      return counts
    },
    async stop() {
      await api.stop()
      await storage.stop()
    },
  }
}

const budget = { 'x-ratelimit-remaining': '4321', 'x-ratelimit-resource': 'core' }

/** An artifact of `repository` with the digest of `zip`; the run is the repository’s own. */
export function createArtifact(
  id: number,
  zip: Buffer,
  repositoryId: number,
  changes: Partial<TestArtifact> = {},
): TestArtifact {
  const run = {
    id: id * 10,
    repository_id: repositoryId,
    head_repository_id: repositoryId,
    head_sha: 'b'.repeat(40),
    head_branch: 'topic',
  }
  return {
    id,
    name: 'ai-worklog',
    size: zip.length,
    digest: `sha256:${createHash('sha256').update(zip).digest('hex')}`,
    isExpired: false,
    createdAt: new Date(Date.UTC(2026, 0, 1) + id * 60_000).toISOString(),
    run,
    ...changes,
  }
}

function routeOf(url: URL): string {
  if (url.pathname.endsWith('/graphql')) return 'graphql'
  return url.pathname.startsWith('/orgs/') ? 'orgs' : 'list'
}

function sendFault(
  response: ServerResponse,
  { status, headers, message, errors }: Exclude<ArtifactApiFault, 'cut'>,
): void {
  sendJson(response, [status, { message: message ?? 'Fault', errors }, headers ?? {}])
}

async function answerRoute(
  repositories: GitHubArtifacts['repositories'],
  route: string,
  url: URL,
  request: IncomingMessage,
): Promise<Answer> {
  if (route === 'graphql') return answerPulls(repositories, JSON.parse(await readBody(request)))
  if (route === 'orgs') {
    const owner = url.pathname.split('/')[2]
    const owned = [...repositories.keys()].filter((name) => name.startsWith(`${owner}/`))
    return owned.length === 0
      ? notFound
      : pageOf(
          owned.map((full_name) => ({ full_name })),
          url,
          request,
        )
  }
  const name = /^\/repos\/([^/]+\/[^/]+)\/actions\/artifacts$/.exec(url.pathname)?.[1] ?? ''
  const repository = repositories.get(name)
  if (repository === undefined) return notFound
  const wanted = url.searchParams.get('name')
  const found = repository.artifacts.filter((each) => wanted === null || each.name === wanted)
  const [status, page, headers] = pageOf(found.map(describe), url, request)
  return [status, { total_count: found.length, artifacts: page }, headers ?? {}]
}

const notFound: Answer = [404, { message: 'Not Found' }]

function describe({ id, name, size, digest, isExpired, createdAt, run }: TestArtifact) {
  return {
    id,
    name,
    size_in_bytes: size,
    digest,
    expired: isExpired,
    created_at: createdAt,
    workflow_run: run,
  }
}

function answerPulls(
  repositories: GitHubArtifacts['repositories'],
  { query, variables }: { query: string; variables: Record<string, string> },
): Answer {
  const errors: object[] = []
  const data: Record<string, object | null> = {}
  for (const [, alias = '', numbers = ''] of query.matchAll(
    /(r\d+): repository\([^)]*\) \{ databaseId ([^{}]*(?:\{ \.\.\.head \}[^{}]*)*)\}/g,
  )) {
    const repository = repositories.get(`${variables[`${alias}o`]}/${variables[`${alias}n`]}`)
    const found: Record<string, unknown> = { databaseId: repository?.id ?? 0 }
    for (const [, number = ''] of numbers.matchAll(/pullRequest\(number: (\d+)\)/g)) {
      const pull = repository?.pulls.get(Number(number))
      found[`p${number}`] = pull === undefined ? null : describePull(pull)
      if (pull === undefined) {
        errors.push({ type: 'NOT_FOUND', path: [alias, `p${number}`], message: 'Could not resolve' })
      }
    }
    data[alias] = repository === undefined ? null : found
  }
  return [200, errors.length > 0 ? { data, errors } : { data }]
}

function describePull({ headRepositoryId, headBranch, shas }: TestPull) {
  return {
    headRefOid: shas.at(-1),
    headRefName: headBranch,
    headRepository: headRepositoryId === null ? null : { databaseId: headRepositoryId },
    commits: { nodes: shas.slice(-100).map((oid) => ({ commit: { oid } })) },
  }
}
