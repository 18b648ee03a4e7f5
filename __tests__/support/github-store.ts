// A repository on a GitHub of its own, on loopback: the git data API, releases with assets, and artifacts, as far as stores
// use them. Answers have the real shapes.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { type JsonObject, readString } from '../../src/core/json.ts'
import { createGit, notFound } from './github-git.ts'
import { type Answer, listen, pageOf, sendJson } from './http.ts'

interface FakeRelease {
  id: number
  tag_name: string
  draft: boolean
  make_latest: unknown
  created_at: string
  assets: { id: number; name: string; content: Buffer }[]
}

interface FakeArtifact {
  id: number
  name: string
  zip: Buffer
  headRepositoryId: number
  createdAt: string
}

export interface FakeRepository {
  origin: string
  requests: string[]
  /** `authorization` of every request. */
  tokens: (string | undefined)[]
  branches: Map<string, string>
  releases: FakeRelease[]
  artifacts: FakeArtifact[]
  /** Files by path on the tip of a branch. */
  filesOf(branch: string): Map<string, Buffer>
  /** Called before a request is answered; what it gives is the answer. `lost`: it is done, and the answer is 502. */
  before: ((request: string) => Answer | 'lost' | undefined) | null
  stop(): Promise<void>
}

const base = '/repos/octo/data'

export async function startRepository(): Promise<FakeRepository> {
  const branches = new Map<string, string>()
  const git = createGit(branches)
  let lastId = 100
  const nextId = () => {
    lastId += 1
    return lastId
  }
  const describeRelease = (release: FakeRelease) => ({
    ...release,
    upload_url: `${server.origin}/uploads/${release.id}/assets{?name,label}`,
    assets: release.assets.map(({ id, name, content }) => ({
      id,
      name,
      size: content.length,
      url: `${server.origin}${base}/releases/assets/${id}`,
    })),
  })

  function answerReleases(
    method: string,
    path: string,
    url: URL,
    body: JsonObject,
    request: IncomingMessage,
  ): Answer {
    const { releases } = repository
    const index = releases.findIndex(({ id }) => String(id) === path)
    if (path.startsWith('assets/')) {
      const id = Number(path.slice('assets/'.length))
      // The bytes are elsewhere, where the token is none.
      return [302, '', { location: `${server.origin.replace('localhost', '127.0.0.1')}/bytes/${id}` }]
    }
    if (method === 'GET') return pageOf(releases.map(describeRelease), url, request)
    if (method === 'POST') {
      const release: FakeRelease = {
        id: nextId(),
        tag_name: readString(body, 'tag_name') ?? '',
        draft: body.draft === true,
        make_latest: body.make_latest,
        created_at: new Date().toISOString(),
        assets: [],
      }
      releases.push(release)
      return [201, describeRelease(release)]
    }
    const release = releases[index]
    if (release === undefined) return notFound
    if (method === 'DELETE') {
      releases.splice(index, 1)
      return [204, '']
    }
    if (releases.some((other) => other !== release && !other.draft && other.tag_name === release.tag_name))
      return [422, { message: 'Validation Failed', errors: [{ code: 'already_exists', field: 'tag_name' }] }]
    release.draft = body.draft === true
    return [200, describeRelease(release)]
  }

  function answerArtifacts(method: string, path: string, url: URL, request: IncomingMessage): Answer {
    const { artifacts } = repository
    const [id, zip] = path.split('/')
    const index = artifacts.findIndex((each) => String(each.id) === id)
    if (path === '') {
      const name = url.searchParams.get('name')
      const found = artifacts.filter((each) => name === null || each.name === name).toReversed()
      const [, page, headers] = pageOf(found.map(describeArtifact), url, request)
      return [200, { total_count: found.length, artifacts: page }, headers ?? {}]
    }
    if (index === -1) return notFound
    if (method === 'DELETE') {
      artifacts.splice(index, 1)
      return [204, '']
    }
    return zip === 'zip'
      ? [302, '', { location: `${server.origin.replace('localhost', '127.0.0.1')}/bytes/${id}` }]
      : notFound
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const line = `${request.method} ${url.pathname}`
    repository.requests.push(line)
    repository.tokens.push(request.headers.authorization)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const bytes = Buffer.concat(parts)
    const early = repository.before?.(line)
    if (early !== undefined && early !== 'lost') return sendJson(response, early)
    if (url.pathname.startsWith('/bytes/')) return sendBytes(url, response)
    const given = answerApi(request.method ?? 'GET', url, bytes, request)
    sendJson(response, early === 'lost' ? [502, { message: 'Bad Gateway' }] : given)
  }

  function sendBytes(url: URL, response: ServerResponse): void {
    const id = Number(url.pathname.split('/').at(-1))
    const content =
      repository.artifacts.find((each) => each.id === id)?.zip ??
      repository.releases.flatMap(({ assets }) => assets).find((each) => each.id === id)?.content
    response.writeHead(content === undefined ? 404 : 200)
    response.end(content)
  }

  function answerApi(method: string, url: URL, bytes: Buffer, request: IncomingMessage): Answer {
    if (url.pathname.startsWith('/uploads/')) {
      const release = repository.releases.find(({ id }) => String(id) === url.pathname.split('/')[2])
      release?.assets.push({ id: nextId(), name: url.searchParams.get('name') ?? '', content: bytes })
      return release === undefined ? notFound : [201, { state: 'uploaded' }]
    }
    if (!url.pathname.startsWith(base)) return notFound
    const body: JsonObject = bytes.length === 0 ? {} : JSON.parse(bytes.toString())
    const [, area = '', ...rest] = url.pathname.slice(base.length).split('/')
    const path = decodeURIComponent(rest.join('/'))
    if (area === 'git') return git.answer(method, path, url, body)
    if (area === 'releases') return answerReleases(method, path, url, body, request)
    if (area === 'actions') return answerArtifacts(method, rest.slice(1).join('/'), url, request)
    return [200, { id: 7, full_name: 'octo/data' }]
  }

  const server = await listen((request, response) => void answer(request, response))
  const repository: FakeRepository = {
    origin: server.origin,
    requests: [],
    tokens: [],
    branches,
    releases: [],
    artifacts: [],
    before: null,
    filesOf: git.filesOf,
    stop: server.stop,
  }
  return repository
}

function describeArtifact({ id, name, zip, headRepositoryId, createdAt }: FakeArtifact) {
  const workflow_run = {
    id: 1,
    repository_id: 7,
    head_repository_id: headRepositoryId,
    head_branch: 'main',
    head_sha: 'a',
  }
  return { id, name, size_in_bytes: zip.length, expired: false, created_at: createdAt, workflow_run }
}
