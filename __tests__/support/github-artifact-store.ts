// The part of GitHub’s REST API about artifacts of workflow runs that erasing uses, on loopback.

import { listen, pageOf, sendJson } from './http.ts'

interface ListedArtifact {
  id: number
  name: string
  repository: string
  run: number
  headSha: string
  expired?: boolean
}

export interface ArtifactApi {
  origin: string
  /** Deleted ones are taken out. */
  artifacts: ListedArtifact[]
  /** `METHOD /path?query` of every request so far. */
  requests: string[]
  /** What a deletion answers; 204 by default. */
  deletion: { status: number; message: string } | null
  /** What a list answers instead, if anything. */
  listing: { status: number; message: string } | null
  stop(): Promise<void>
}

export async function startArtifactApi(): Promise<ArtifactApi> {
  const server = await listen((request, response) => {
    api.requests.push(`${request.method} ${request.url}`)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const [, , owner, name, , , id] = url.pathname.split('/')
    const own = api.artifacts.filter(({ repository }) => repository === `${owner}/${name}`)
    if (request.method === 'DELETE') {
      if (api.deletion !== null)
        return sendJson(response, [api.deletion.status, { message: api.deletion.message }])
      const index = api.artifacts.findIndex((artifact) => artifact.id === Number(id))
      if (index === -1) return sendJson(response, [404, { message: 'Not Found' }])
      api.artifacts.splice(index, 1)
      response.writeHead(204)
      return response.end()
    }
    if (api.listing !== null)
      return sendJson(response, [api.listing.status, { message: api.listing.message }])
    const wanted = url.searchParams.get('name')
    const found = own.filter((artifact) => wanted === null || artifact.name === wanted)
    const [status, page, headers] = pageOf(found.map(describe), url, request)
    sendJson(response, [status, { total_count: found.length, artifacts: page }, headers ?? {}])
  })
  const api: ArtifactApi = { ...server, artifacts: [], requests: [], deletion: null, listing: null }
  return api
}

function describe({ id, name, run, headSha, expired = false }: ListedArtifact) {
  const workflow_run = {
    id: run,
    repository_id: 7,
    head_repository_id: 7,
    head_branch: 'topic',
    head_sha: headSha,
  }
  return { id, name, size_in_bytes: 1000, expired, created_at: '2026-11-01T00:00:00Z', workflow_run }
}
