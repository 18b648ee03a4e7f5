// All of GitHub that the dataset action speaks to, for repository `Codertocat/Hello-World`: artifacts and history of its
// pull requests behind one API, and the service that takes what a run uploads and shows it to the runs after it.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TestContext } from 'node:test'
import type { WorklogRecord } from '../../src/core/record/schema.ts'
import { type ArtifactService, startArtifactService } from './artifact-service.ts'
import {
  createArtifact,
  type GitHubArtifacts,
  startGitHubArtifacts,
  type TestRepository,
} from './github-artifacts.ts'
import { type HistoryRepository, type HistoryServer, startHistoryServer } from './github-history.ts'
import { listen, readBody, sendJson } from './http.ts'
import { type CheckOutcome, type CheckRun, removeFolders, runCheck } from './run-check.ts'
import { createRecord, zipRecord } from './zips.ts'

const repository = 'Codertocat/Hello-World'
const repositoryId = 7

export interface DatasetWorld {
  /** GITHUB_API_URL. */
  apiUrl: string
  github: GitHubArtifacts
  service: ArtifactService
  artifacts: TestRepository
  history: HistoryRepository
  historyServer: HistoryServer
  /** Adds an artifact with the record of pull request `number`. */
  addRecord(number: number, source?: Partial<WorklogRecord['source']>): void
  /** From now on the zips of all artifacts that hold records are gone. */
  expireRecords(): void
  /** What a run uploaded becomes what the API lists, and the next run may upload under the same name. */
  endRun(): Promise<void>
  /** The zip of an artifact that the API lists, the newest of that name. */
  readArtifact(name: string): Buffer
  /** Runs the built action in a run of its own. */
  run(run?: CheckRun): Promise<CheckOutcome>
}

/** Everything goes when the test ends. */
export async function startDatasetWorld(t: TestContext): Promise<DatasetWorld> {
  const zips = new Map<number, Buffer>()
  const github = await startGitHubArtifacts({ readZip: async (id) => zips.get(id) ?? Buffer.alloc(0) })
  const historyServer = await startHistoryServer()
  const service = await startArtifactService()
  const artifacts: TestRepository = { id: repositoryId, artifacts: [], pulls: new Map() }
  github.repositories.set(repository, artifacts)
  const history: HistoryRepository = {
    id: repositoryId,
    visibility: 'PUBLIC',
    license: 'MIT',
    pulls: [],
    branch: [],
  }
  historyServer.repositories.set(repository, history)
  const front = await listen((request, response) =>
    // A server that stops answers nobody.
    forward(request, response, { github, historyServer }).catch(() => response.destroy()),
  )
  t.after(async () => {
    for (const { stop } of [front, github, historyServer, service]) await stop()
    removeFolders()
  })
  const add = (id: number, zip: Buffer, name: string, createdAt: string) => {
    zips.set(id, zip)
    artifacts.artifacts.unshift(createArtifact(id, zip, repositoryId, { name, createdAt }))
  }
  const expired = new Set<number>()
  const world: DatasetWorld = {
    apiUrl: front.origin,
    github,
    service,
    artifacts,
    history,
    historyServer,
    addRecord(number, source = {}) {
      const record = createRecord(number, { repository, repository_id: repositoryId, ...source })
      add(number, zipRecord(record), 'ai-worklog', new Date(Date.UTC(2026, 0, number)).toISOString())
    },
    expireRecords() {
      for (const { id, name } of artifacts.artifacts) {
        if (name !== 'ai-worklog' || expired.has(id)) continue
        expired.add(id)
        github.faults.set(id, Array(50).fill({ status: 410, message: 'Artifact has expired' }))
      }
    },
    async endRun() {
      for (const { id, name, createdAt } of service.artifacts.filter(({ isFinal }) => isFinal)) {
        // The ids of a service are those of one run.
        const unused = 1000 + zips.size * 1000 + id
        add(unused, await service.download(name), name, createdAt)
      }
      service.reset()
    },
    readArtifact(name) {
      const id = artifacts.artifacts.find((artifact) => artifact.name === name)?.id ?? 0
      return zips.get(id) ?? Buffer.alloc(0)
    },
    async run(run = {}) {
      const outcome = await runCheck({
        entry: 'dataset',
        event: { schedule: '23 4 * * 1' },
        ...run,
        env: {
          ...service.env,
          GITHUB_API_URL: front.origin,
          GITHUB_EVENT_NAME: 'schedule',
          ...run.env,
        },
      })
      await world.endRun()
      return outcome
    },
  }
  return world
}

interface Backs {
  github: GitHubArtifacts
  historyServer: HistoryServer
}

/** History asks by GraphQL for one repository at a time, artifacts for several under aliases. */
async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { github, historyServer }: Backs,
): Promise<void> {
  const path = request.url ?? '/'
  const body = await readBody(request)
  if (path === `/repos/${repository}`) return sendJson(response, [200, { private: false }])
  const isHistory = path === '/graphql' ? !/\br0: repository\(/.test(body) : /\/pulls\/\d+$/.test(path)
  const answer = await fetch(`${isHistory ? historyServer.origin : github.apiUrl}${path}`, {
    method: request.method ?? 'GET',
    redirect: 'manual',
    headers: { authorization: request.headers.authorization ?? '' },
    ...(body === '' ? {} : { body }),
  })
  const headers = Object.fromEntries(
    [...answer.headers].filter(
      ([name]) => !/^(?:connection|content-length|transfer-encoding|date|keep-alive)$/.test(name),
    ),
  )
  response.writeHead(answer.status, headers)
  response.end(Buffer.from(await answer.arrayBuffer()))
}
