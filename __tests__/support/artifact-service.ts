// GitHub's results service on loopback: what an action speaks to when it uploads an artifact. Twirp over JSON,
// one run at a time, the bytes in azurite.

import assert from 'node:assert/strict'
import { isJsonObject, type JsonObject, readString } from '../../src/core/json.ts'
import { startAzurite } from './azurite.ts'
import { type Answer, listen, readBody, sendJson } from './http.ts'

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

export interface ArtifactService {
  /** What the runner would set for an action. */
  env: Record<string, string>
  artifacts: StoredArtifact[]
  /** The methods called so far. */
  calls: string[]
  /** What a method answers instead; `hang` never answers. */
  faults: Map<Method, { status: number; message: string } | 'hang'>
  /** The zip of the only artifact of that name. */
  download(name: string): Promise<Buffer>
  /** Forgets artifacts, calls and faults. */
  reset(): void
  stop(): Promise<void>
}

export async function startArtifactService(): Promise<ArtifactService> {
  const blobs = await startAzurite()
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
      const url = blobs.signUrl(`${lastId}.zip`)
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
      return [200, { ok: true, signed_upload_url: url }]
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

  const server = await listen(async (request, response) => {
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
      return fault ? [fault.status, { code: 'internal', msg: fault.message }] : answers[method](body)
    }
    const given = answer()
    if (given !== null) sendJson(response, given)
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
      await blobs.stop()
    },
  }
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
