// Both services the action speaks to, for a test file: started before its tests, clean before each of them.

import { after, afterEach, before, beforeEach } from 'node:test'
import { type ArtifactService, startArtifactService } from './artifact-service.ts'
import { type GitHubServer, startGitHubServer } from './github-server.ts'
import { type CheckOutcome, type CheckRun, removeFolders, runCheck } from './run-check.ts'

export interface Services {
  readonly github: GitHubServer
  /** Only with `artifacts: true`. */
  readonly artifacts: ArtifactService
  /** Runs the action against the services; without an artifact service it does not upload. */
  check(run?: CheckRun): Promise<CheckOutcome>
}

export function useServices(options: { artifacts: boolean }): Services {
  let github: GitHubServer | undefined
  let artifacts: ArtifactService | undefined
  before(async () => {
    github = await startGitHubServer()
    if (options.artifacts) artifacts = await startArtifactService()
  })
  after(async () => {
    await github?.stop()
    await artifacts?.stop()
  })
  beforeEach(() => {
    github?.reset()
    artifacts?.reset()
  })
  afterEach(removeFolders)
  return {
    get github() {
      return required(github)
    },
    get artifacts() {
      return required(artifacts)
    },
    check: (run = {}) =>
      runCheck({
        ...run,
        inputs: { ...(options.artifacts ? {} : { upload: 'false' }), ...run.inputs },
        env: { ...artifacts?.env, GITHUB_API_URL: required(github).origin, ...run.env },
      }),
  }
}

/** Calls `use` with a GitHub of its own, for tests that run at the same time. */
export async function withGitHub<T>(
  use: (github: GitHubServer, check: Services['check']) => Promise<T>,
): Promise<T> {
  const github = await startGitHubServer()
  try {
    return await use(github, (run = {}) =>
      runCheck({
        ...run,
        inputs: { upload: 'false', ...run.inputs },
        env: { GITHUB_API_URL: github.origin, ...run.env },
      }),
    )
  } finally {
    await github.stop()
  }
}

function required<T>(service: T | undefined): T {
  if (service === undefined) throw new Error('the service has not been started')
  return service
}
