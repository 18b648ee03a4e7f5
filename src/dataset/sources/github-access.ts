// How GitHub is reached, read from the environment as its own tools do.

import { version } from '../../core/record/version.ts'
import { UsageError } from '../../report/usage-error.ts'

export interface GitHubAccess {
  /** Without a slash at the end. */
  apiUrl: string
  graphqlUrl: string
  /** As records name it. */
  host: string
  token: string
  userAgent: string
}

/** Throws a UsageError without a token or with a URL that is none. */
export function readGitHub(env: Readonly<Record<string, string | undefined>>): GitHubAccess {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN || ''
  if (token === '') {
    throw new UsageError(
      'GitHub gives neither artifacts nor history without a token: set GITHUB_TOKEN, for example to `$(gh auth token)`',
    )
  }
  const apiUrl = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
    throw new UsageError(`GITHUB_API_URL must be a URL such as \`https://api.github.com\`, got \`${apiUrl}\``)
  }
  const { host: apiHost } = new URL(apiUrl)
  const server = env.GITHUB_SERVER_URL
  const host = server && URL.canParse(server) ? new URL(server).host : apiHost.replace(/^api\./, '')
  const graphqlUrl = env.GITHUB_GRAPHQL_URL || apiUrl.replace(/(?:\/v3)?$/, '/graphql')
  return { apiUrl, graphqlUrl, host, token, userAgent: `ai-worklog/${version}` }
}
