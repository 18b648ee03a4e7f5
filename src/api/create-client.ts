// The one client of GitHub's REST API: few retries, one deadline for everything it reads.

import { Octokit } from '@octokit/core'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { fetchOverHttp } from './fetch-over-http.ts'
import { keepRequestsApart } from './keep-requests-apart.ts'
import { longestWait, waitAsAsked } from './wait-as-asked.ts'

// The first plugin is the innermost: it sees a failure before those that try again.
const ApiClient = Octokit.plugin(waitAsAsked, retry, throttling, keepRequestsApart)

export type Client = InstanceType<typeof ApiClient>

/** A request with `leaveLimits: true` fails by a rate limit at once: whoever asks waits in a way of its own. */
interface Options {
  request: Readonly<Record<string, unknown>>
}

export interface ClientOptions {
  apiUrl: string
  /** Empty for none. */
  token: string
  /** Ends every request still under way. */
  signal: AbortSignal
  userAgent: string
  /** True for one that writes: it then waits a second between requests, as GitHub asks. */
  writes?: boolean
}

/**
 * What a reader sends by POST only asks GraphQL: unlike a write it need not wait a second after the last. Of the limiter
 * that the plugin's type wants, this is all that it uses.
 */
const reading = {
  key: () => ({
    schedule: async (_options: unknown, job: (...args: unknown[]) => unknown, ...args: unknown[]) =>
      job(...args),
  }),
}

/** Two retries, after one and two seconds: what mends itself mends soon, and a check must not hang. */
export function createClient({ apiUrl, token, signal, userAgent, writes }: ClientOptions): Client {
  const retryOnce = (retryAfter: number, options: Options, _client: unknown, retryCount: number) =>
    retryCount === 0 && retryAfter <= longestWait && options.request.leaveLimits !== true
  return new ApiClient({
    baseUrl: apiUrl,
    userAgent,
    ...(token === '' ? {} : { auth: token }),
    request: { signal, fetch: fetchOverHttp },
    retry: { retries: 2, retryAfterBaseValue: 250 },
    throttle: {
      ...(writes === true ? {} : { write: reading as never }),
      onRateLimit: retryOnce,
      onSecondaryRateLimit: retryOnce,
    },
    // Its messages may hold text from outside, and failures are reported by whoever asked.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
}

function ignore(): void {}
