// The REST paths that `gh run download` asks, over HTTPS on loopback, where every artifact is that of a run of its own.

import { once } from 'node:events'
import { createServer } from 'node:https'
import type { Certificate } from './certificate.ts'
import type { TestArtifact } from './github-artifacts.ts'
import { close, type LoopbackServer, portOf, sendJson } from './http.ts'

/** Serves `artifacts`, by the id of their run, of any repository; `locate` says where the zip of one is. */
export async function startRunServer(
  { key, cert }: Certificate,
  artifacts: ReadonlyMap<number, TestArtifact>,
  locate: (id: number) => string,
): Promise<LoopbackServer> {
  const server = createServer({ key, cert }, (request, response) => {
    const path =
      (request.url ?? '').split('?')[0]?.replace(/^\/api\/v3\/repos\/[^/]+\/[^/]+\/actions/, '') ?? ''
    const zip = /^\/artifacts\/(\d+)\/zip$/.exec(path)
    if (zip !== null) return response.writeHead(302, { location: locate(Number(zip[1])) }).end()
    const [, runId = '', part] = /^\/runs\/(\d+)(\/artifacts)?$/.exec(path) ?? []
    const artifact = artifacts.get(Number(runId))
    if (artifact === undefined) return sendJson(response, [404, { message: `Not Found: ${request.url}` }])
    const run = { id: Number(runId), status: 'completed', conclusion: 'success' }
    if (part === undefined) return sendJson(response, [200, run])
    const { id, name, size, createdAt } = artifact
    const listed = {
      ...{ id, name, size_in_bytes: size, expired: false, created_at: createdAt },
      archive_download_url: `https://${request.headers.host}/api/v3/repos/octo/app/actions/artifacts/${id}/zip`,
    }
    sendJson(response, [200, { total_count: 1, artifacts: [listed] }])
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `https://localhost:${portOf(server)}`, stop: () => close(server) }
}
