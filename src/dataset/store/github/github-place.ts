// What the three stores on GitHub share: where they are, and how a failure of the API is told.

import { type ApiFailure, toApiFailure } from '../../../api/api-failure.ts'
import type { Client } from '../../../api/create-client.ts'
import { UsageError } from '../../../report/usage-error.ts'

export interface GithubPlace {
  /** One that writes. */
  client: Client
  /** Empty for none. */
  token: string
  /** `owner/name`. */
  repository: string
}

/**
 * Runs `work`; a failure becomes a UsageError: `Cannot <doing>: …`, with `permission`, such as `contents: write`,
 * where it lacks.
 */
export async function attempt<T>(
  doing: string,
  permission: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    signal.throwIfAborted()
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof UsageError) throw error
    const failure = toApiFailure(error)
    // No answer and no broken connection: a bug of ours, whose stack must stay.
    if (failure.status === null && !isNetwork(error)) throw error
    throw new UsageError(`Cannot ${doing}: ${failure.reason}. ${remedyFor(failure, permission)}`, {
      cause: error,
    })
  }
}

/** The status of an API failure, or null. */
export function statusOf(error: unknown): number | null {
  return toApiFailure(error).status
}

/** What to do about a failure of a store on GitHub that needs `permission`. */
function remedyFor({ status, reason }: ApiFailure, permission: string): string {
  if (status === 429 || /rate limit/i.test(reason))
    return 'Wait until GitHub’s rate limit lets more requests through, an hour at most, and run the command again'
  if (status === 401) return 'Check the token: `GITHUB_TOKEN`, or the input `github-token` of the action'
  if (status === 403 || status === 404)
    return `Check the name in \`--store\`, and give the token the permission \`${permission}\` there`
  return 'Run the command again'
}

function isNetwork(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(E[A-Z]+|UND_|HPE_|CERT|ERR_TLS|ERR_SSL)/.test(code) ||
    error.name === 'HttpError' ||
    error.name === 'AbortError'
  )
}
