// The REST paths that `gh run download` asks, over HTTPS on loopback, about the artifacts of one run.

import { once } from 'node:events'
import { createServer } from 'node:https'
import type { ArtifactService, StoredArtifact } from './artifact-service.ts'
import type { Certificate } from './certificate.ts'
import { close, type LoopbackServer, portOf, sendJson } from './http.ts'

/** Serves the artifacts of `service` as those of run `runId` of any repository. */
export async function startEnterpriseServer(
  { key, cert }: Certificate,
  service: ArtifactService,
  runId: number,
): Promise<LoopbackServer> {
  const server = createServer({ key, cert }, (request, response) => {
    const host = `https://${request.headers.host}`
    const path = (request.url ?? '').split('?')[0]?.replace(/^\/api\/v3\/repos\/[^/]+\/[^/]+/, '') ?? ''
    const zipOf = service.artifacts.find(({ id }) => path === `/actions/artifacts/${id}/zip`)
    if (zipOf !== undefined) {
      response.writeHead(302, { location: zipOf.url }).end()
    } else if (path === `/actions/runs/${runId}/artifacts`) {
      const artifacts = service.artifacts.map((artifact) => describe(artifact, host))
      sendJson(response, [200, { total_count: artifacts.length, artifacts }])
    } else if (path === `/actions/runs/${runId}`) {
      sendJson(response, [200, { id: runId, status: 'completed', conclusion: 'success' }])
    } else {
      sendJson(response, [404, { message: `Not Found: ${request.url}` }])
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `https://localhost:${portOf(server)}`, stop: () => close(server) }
}

function describe({ id, name, size, createdAt }: StoredArtifact, host: string) {
  return {
    id,
    name,
    size_in_bytes: size,
    archive_download_url: `${host}/api/v3/repos/o/r/actions/artifacts/${id}/zip`,
    expired: false,
    created_at: createdAt,
  }
}
