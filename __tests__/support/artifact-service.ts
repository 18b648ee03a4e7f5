// GitHub's results service on loopback: what an action speaks to when it uploads an artifact. Twirp over JSON,
// one run at a time, the bytes in azurite.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isJsonObject, type JsonObject, readString } from '../../src/core/json.ts'
import { type BlobServer, startAzurite } from './azurite.ts'
import { type Answer, cutOff, type LoopbackServer, listen, readBody, sendJson } from './http.ts'

type Method =
  | 'CreateArtifact'
  | 'FinalizeArtifact'
  | 'ListArtifacts'
  | 'GetSignedArtifactURL'
  | 'DeleteArtifact'

export interface StoredArtifact {
  id: number
  name: string
  /** ISO 8601. */
  createdAt: string
  /** Null for the repository's setting. */
  expiresAt: string | null
  size: number
  digest: string | null
  isFinal: boolean
  /** Where the zip is, with the permission to read it. */
  url: string
}

/** An error, no answer, half of the true answer, or an answer that is no JSON. `Upload` is that of the bytes. */
export type ArtifactFault = { status: number; message: string } | 'hang' | 'cut' | 'garbage'

export interface ArtifactService {
  /** What the runner would set for an action. */
  env: Record<string, string>
  artifacts: StoredArtifact[]
  /** The methods called so far. */
  calls: string[]
  /** What happens instead of an answer. */
  faults: Map<Method | 'Upload', ArtifactFault>
  /** The zip of the only artifact of that name. */
  download(name: string): Promise<Buffer>
  /** Forgets artifacts, calls and faults. */
  reset(): void
  stop(): Promise<void>
}

/** With `shared` blobs, these are the caller's to stop. */
export async function startArtifactService(shared?: BlobServer): Promise<ArtifactService> {
  const blobs = shared ?? (await startAzurite())
  const artifacts: StoredArtifact[] = []
  const calls: string[] = []
  const faults: ArtifactService['faults'] = new Map()
  let lastId = 100

  const find = (body: JsonObject) =>
    artifacts.find((artifact) => artifact.isFinal && artifact.name === readString(body, 'name'))

  const answers: Record<Method, (body: JsonObject) => Answer> = {
    CreateArtifact(body) {
      const name = readString(body, 'name') ?? ''
      if (artifacts.some((artifact) => artifact.name === name)) {
        const msg = 'Conflict: an artifact with this name already exists on the workflow run'
        return [409, { code: 'already_exists', msg }]
      }
      lastId += 1
      const url = blobs.signUrl(`${randomUUID()}.zip`)
      artifacts.push({
        id: lastId,
        name,
        createdAt: new Date().toISOString(),
        expiresAt: readString(body, 'expires_at'),
        size: 0,
        digest: null,
        isFinal: false,
        url,
      })
      return [
        200,
        { ok: true, signed_upload_url: faults.has('Upload') ? `${server.origin}${brokenPath}?sig=x` : url },
      ]
    },
    FinalizeArtifact(body) {
      const artifact = artifacts.find((each) => !each.isFinal && each.name === readString(body, 'name'))
      if (artifact === undefined) return notFound
      artifact.isFinal = true
      artifact.size = Number(readString(body, 'size'))
      artifact.digest = readString(body, 'hash')
      return [200, { ok: true, artifact_id: String(artifact.id) }]
    },
    ListArtifacts(body) {
      const name = readString(body, 'name_filter')
      const found = artifacts.filter((each) => each.isFinal && (name === null || each.name === name))
      return [200, { artifacts: found.map(describe) }]
    },
    GetSignedArtifactURL(body) {
      const artifact = find(body)
      return artifact === undefined ? notFound : [200, { signed_url: artifact.url }]
    },
    DeleteArtifact(body) {
      const artifact = find(body)
      if (artifact === undefined) return notFound
      artifacts.splice(artifacts.indexOf(artifact), 1)
      return [200, { ok: true, artifact_id: String(artifact.id) }]
    },
  }

  const server: LoopbackServer = await listen(async (request, response) => {
    if (request.url?.startsWith(brokenPath))
      return breakUpload(faults.get('Upload') ?? 'cut', request, response)
    const name = request.url?.split('/').at(-1) ?? ''
    const body: unknown = JSON.parse(await readBody(request))
    const method = Object.keys(answers).find((key): key is Method => key === name)
    const answer = (): Answer | null => {
      if (method === undefined || !isJsonObject(body)) return [404, { code: 'bad_route' }]
      if (request.headers.authorization !== `Bearer ${runtimeToken}`)
        return [401, { code: 'unauthenticated' }]
      calls.push(method)
      const fault = faults.get(method)
      if (fault === 'hang') return null
      if (fault === 'garbage') return [200, '<html>']
      if (fault === 'cut' || fault === undefined) return answers[method](body)
      return [fault.status, { code: 'internal', msg: fault.message }]
    }
    const given = answer()
    if (given === null) return
    if (method !== undefined && faults.get(method) === 'cut') cutOff(response, given)
    else sendJson(response, given)
  })

  return {
    env: {
      ACTIONS_RUNTIME_TOKEN: runtimeToken,
      ACTIONS_RUNTIME_URL: `${server.origin}/`,
      ACTIONS_RESULTS_URL: `${server.origin}/`,
    },
    artifacts,
    calls,
    faults,
    async download(name) {
      const [artifact, ...others] = artifacts.filter((each) => each.isFinal && each.name === name)
      assert.ok(artifact, `no artifact ${name}`)
      assert.equal(others.length, 0)
      return Buffer.from(await (await fetch(artifact.url)).arrayBuffer())
    },
    reset() {
      artifacts.length = 0
      calls.length = 0
      faults.clear()
    },
    async stop() {
      await server.stop()
      if (shared === undefined) await blobs.stop()
    },
  }
}

const brokenPath = '/broken'

/** Takes the bytes in its stead, and then fails as `fault` says: `cut` in their midst. */
async function breakUpload(
  fault: ArtifactFault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'cut') {
    request.once('data', () => request.destroy())
    return
  }
  await readBody(request)
  if (fault === 'hang') return
  response.writeHead(fault === 'garbage' ? 200 : fault.status, { 'content-type': 'application/xml' })
  response.end('<html>')
}

const notFound: Answer = [404, { code: 'not_found', msg: 'artifact not found' }]

function describe({ id, name, createdAt, size, digest }: StoredArtifact): JsonObject {
  return {
    workflow_run_backend_id: 'run',
    workflow_job_run_backend_id: 'job',
    database_id: String(id),
    name,
    size: String(size),
    created_at: createdAt,
    digest,
  }
}

/** The client reads the ids of run and job from the token and does not check its signature. */
const runtimeToken = [{ alg: 'none' }, { scp: 'Actions.Results:run:job' }, {}]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.')
