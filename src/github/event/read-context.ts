// Where the action runs: what the runner says in its environment variables.

import { tmpdir } from 'node:os'
import type { Run } from '../../core/pull-request.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from './read-inputs.ts'

export interface Context {
  eventName: string
  /** The event payload's file; null when the runner names none. */
  eventPath: string | null
  owner: string
  repositoryName: string
  /** `owner/name`. */
  repository: string
  /** Without a slash at the end, such as `https://github.com`. */
  serverUrl: string
  apiUrl: string
  /** `https://api.github.com/graphql`, or `/api/graphql` of an Enterprise Server. */
  graphqlUrl: string
  /** Null outside a run. */
  run: Run | null
  /** A folder that lasts as long as the job. */
  temporaryFolder: string
  /** Null when the runner shows no summaries. */
  summaryPath: string | null
}

/** The context in `env`. Throws a {@link UsageError} when it does not even name a repository. */
export function readContext(env: Environment): Context {
  const repository = env.GITHUB_REPOSITORY ?? ''
  const [owner, repositoryName, ...rest] = repository.split('/')
  if (!owner || !repositoryName || rest.length > 0) {
    throw new UsageError(
      `\`GITHUB_REPOSITORY\` must be \`owner/name\`, got \`${repository}\`: run ai-worklog in a workflow of GitHub Actions, or use its command line.`,
    )
  }
  const eventName = env.GITHUB_EVENT_NAME ?? ''
  const apiUrl = trimSlash(env.GITHUB_API_URL || 'https://api.github.com')
  const serverUrl = trimSlash(env.GITHUB_SERVER_URL || 'https://github.com')
  return {
    eventName,
    eventPath: env.GITHUB_EVENT_PATH || null,
    owner,
    repositoryName,
    repository,
    serverUrl,
    apiUrl,
    graphqlUrl: `${apiUrl.replace(/\/v3$/, '')}/graphql`,
    run: readRun(env, `${serverUrl}/${repository}`, eventName),
    temporaryFolder: env.RUNNER_TEMP || tmpdir(),
    summaryPath: env.GITHUB_STEP_SUMMARY || null,
  }
}

function readRun(env: Environment, repositoryUrl: string, event: string): Run | null {
  const id = Number(env.GITHUB_RUN_ID)
  if (!Number.isSafeInteger(id) || id < 1) return null
  const attempt = Number(env.GITHUB_RUN_ATTEMPT)
  return {
    id,
    attempt: Number.isSafeInteger(attempt) && attempt > 0 ? attempt : 1,
    event,
    url: `${repositoryUrl}/actions/runs/${id}`,
  }
}

function trimSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url
}
