// A GitHub with artifacts in memory, and the collecting of them, for a test.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { isJsonObject, readCount, readObject } from '../../src/core/json.ts'
import type { ArtifactsOptions } from '../../src/dataset/sources/artifacts/artifacts-options.ts'
import { collectArtifacts } from '../../src/dataset/sources/artifacts/collect-artifacts.ts'
import type { Collected } from '../../src/dataset/sources/collected.ts'
import {
  createArtifact,
  type GitHubArtifacts,
  startGitHubArtifacts,
  type TestArtifact,
  type TestRepository,
} from './github-artifacts.ts'

export interface ArtifactWorld {
  github: GitHubArtifacts
  /** `octo/app`, with the id 7. */
  app: TestRepository
  zips: Map<number, Buffer>
  folder: string
  /** What the progress said. */
  said: string[]
  /** Adds an artifact of `octo/app`, the newest. */
  add(id: number, zip: Buffer, changes?: Partial<TestArtifact>): TestArtifact
  /** Collects from `octo/app` with fast retries. */
  collect(changes?: Partial<ArtifactsOptions>): Promise<Collected>
}

export const token = 'the-token'

/** What a collection of `octo/app` from `github` is told. */
export const optionsFor = ({ apiUrl, graphqlUrl }: GitHubArtifacts) => ({
  apiUrl,
  graphqlUrl,
  host: 'github.com',
  token,
  userAgent: 'ai-worklog-test',
  repositories: ['octo/app'],
  organization: null,
  artifactName: 'ai-worklog',
  seen: [],
  retryBase: 1,
})

/** Its servers and its folder go when the test ends. */
export async function startArtifactWorld(t: TestContext): Promise<ArtifactWorld> {
  const zips = new Map<number, Buffer>()
  const github = await startGitHubArtifacts({ readZip: async (id) => zips.get(id) ?? Buffer.alloc(0) })
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-artifacts-'))
  t.after(async () => {
    await github.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const app: TestRepository = { id: 7, artifacts: [], pulls: new Map() }
  github.repositories.set('octo/app', app)
  const said: string[] = []
  return {
    github,
    app,
    zips,
    folder,
    said,
    add(id, zip, changes) {
      const artifact = createArtifact(id, zip, app.id, changes)
      zips.set(id, zip)
      app.artifacts.unshift(artifact)
      return artifact
    },
    collect: (changes = {}) =>
      collectArtifacts({
        ...optionsFor(github),
        workFolder: folder,
        signal: new AbortController().signal,
        progress: {
          step: (stage, done, total, note) => said.push(`${stage} ${done}/${total} ${note ?? ''}`),
          say: (line) => said.push(line),
        },
        ...changes,
      }),
  }
}

/** The pull-request numbers of the records that `trust` brought, in the order of the file. */
export function readNumbers({ inputs }: Collected, trust: 'base' | 'fork'): (number | null)[] {
  const input = inputs.find((each) => each.trust === trust)
  if (input === undefined) return []
  const lines = readFileSync(input.path, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => {
    const record: unknown = JSON.parse(line)
    return isJsonObject(record) ? readCount(readObject(record, 'source'), 'pr_number') : null
  })
}

/** `place: reason` of every problem, sorted. */
export function listReasons({ problems }: Collected): string[] {
  return problems.map(({ place, reason }) => `${place}: ${reason}`).sort()
}
