// Makes the retries of the API client honour `retry-after`: they know no other waits than their own.

import type { Octokit } from '@octokit/core'
import { isJsonObject, type JsonObject, readCount, readObject, readString } from '../core/json.ts'

/** Waiting longer than this many seconds is worse than going on without an answer. */
export const longestWait = 5

/** A plugin of the client, to be installed before the plugin that retries. */
export function waitAsAsked(client: Octokit): void {
  client.hook.error('request', async (error, options) => {
    const response = isJsonObject(error) ? readObject(error, 'response') : null
    const headers = readObject(response, 'headers')
    const seconds = Number(readString(headers, 'retry-after') ?? Number.NaN)
    const status = readCount(response, 'status') ?? 0
    // The throttling plugin waits for a rate limit; trying again at once would make it longer.
    if (isRateLimit(error, headers) || seconds > longestWait) options.request.retries = 0
    else if (seconds > 0 && (status === 429 || status >= 500)) await wait(seconds, options.request.signal)
    throw error
  })
}

function isRateLimit(error: unknown, headers: JsonObject | null): boolean {
  const message = error instanceof Error ? error.message : ''
  return /\bsecondary rate\b/i.test(message) || readString(headers, 'x-ratelimit-remaining') === '0'
}

/** Ends early when `signal` aborts; the next request then fails by it. */
function wait(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
