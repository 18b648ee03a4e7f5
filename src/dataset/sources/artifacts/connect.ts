// A patient client of GitHub's API: where a check gives up after seconds, collecting waits for rate limits as long as
// GitHub asks, all requests together.

import { Octokit } from '@octokit/core'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { keepRequestsApart } from '../../../api/keep-requests-apart.ts'
import { isJsonObject, type JsonObject, readObjects, readString } from '../../../core/json.ts'
import { type ApiFetch, createApiFetch } from './fetch-api.ts'
import { createPause } from './pause.ts'
import { readLimit, readReset } from './read-limit.ts'

const ApiClient = Octokit.plugin(retry, throttling, keepRequestsApart)

export interface ConnectionOptions {
  /** Such as `https://api.github.com` or `https://host/api/v3`, without a slash at the end. */
  apiUrl: string
  token: string
  userAgent: string
  signal: AbortSignal
  /** No limit is waited for longer than this; milliseconds. */
  longestWait: number
  /** Before the first of three retries, in milliseconds; the second waits four times, the third nine times as long. */
  retryBase: number
  /** Called with the milliseconds of each wait for a rate limit. */
  tellWait: (milliseconds: number) => void
}

interface Answer {
  status: number
  headers: JsonObject
  data: unknown
}

export interface Connection {
  /** Sends `GET /path` or `POST https://…`. Rejects as octokit does, and by an `AbortError` when the signal aborts. */
  request(route: string, parameters?: JsonObject): Promise<Answer>
  /** How many requests the rate limit leaves; null before the first answer. */
  readonly budget: number | null
  /** Requests sent, retries included. */
  readonly calls: number
  /** Ends every request: what fails after it failed by it. */
  readonly signal: AbortSignal
}

/** One request meets no more rate limits than this. */
const mostLimits = 10

/** What only reads by POST need not wait a second after the last, as the throttling plugin would have it for a write. */
const reading = {
  key: () => ({
    schedule: async (_options: unknown, job: (...args: unknown[]) => unknown, ...args: unknown[]) =>
      job(...args),
  }),
}

/** Connects lazily: nothing is sent before the first request. */
export function connect(options: ConnectionOptions): Connection {
  const { apiUrl, signal, longestWait } = options
  const pause = createPause(signal, options.tellWait)
  const apiFetch = createApiFetch(apiUrl)
  let budget: number | null = null
  let calls = 0
  const client = createClient(options, async (address, request) => {
    calls += 1
    return apiFetch(address, request)
  })

  const watch = (headers: JsonObject) => {
    const left = Number(readString(headers, 'x-ratelimit-remaining') ?? Number.NaN)
    if (!(left >= 0) || (readString(headers, 'x-ratelimit-resource') ?? 'core') !== 'core') return
    budget = left
    const reset = readReset(headers, Date.now())
    if (left === 0 && reset !== null && reset <= longestWait) pause.until(Date.now() + reset)
  }

  return {
    signal,
    get budget() {
      return budget
    },
    get calls() {
      return calls
    },
    async request(route, parameters = {}) {
      for (let limits = 0; ; limits += 1) {
        await pause.wait()
        try {
          const { status, headers, data } = await orAborted(client.request(route, parameters), signal)
          watch(headers)
          if (isSpent(data))
            throw Object.assign(new Error('GraphQL rate limit'), { response: { status, headers } })
          return { status, headers, data }
        } catch (error) {
          const limit = signal.aborted ? null : readLimit(error, Date.now())
          if (limit === null || limit > longestWait || limits === mostLimits) throw error
          pause.until(Date.now() + limit)
        }
      }
    },
  }
}

function createClient({ apiUrl, token, userAgent, signal, retryBase }: ConnectionOptions, fetch: ApiFetch) {
  const notAgain = () => false
  return new ApiClient({
    baseUrl: apiUrl,
    userAgent,
    auth: token,
    request: { signal, fetch },
    // A limit is waited for by all requests together, not by each on its own.
    retry: {
      retries: 3,
      retryAfterBaseValue: retryBase,
      doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
    },
    throttle: { write: reading as never, onRateLimit: notAgain, onSecondaryRateLimit: notAgain },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })
}

/** Whether GraphQL refused, with status 200, for its own rate limit. */
function isSpent(data: unknown): boolean {
  const errors = isJsonObject(data) ? readObjects(data, 'errors') : []
  return errors.some((error) => readString(error, 'type') === 'RATE_LIMITED')
}

/** `work`, or a rejection as soon as `signal` aborts: the plugins' waits know no signal. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

function ignore(): void {}
