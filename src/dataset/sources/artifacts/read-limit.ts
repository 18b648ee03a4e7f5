// Whether GitHub refused a request for the number of requests, and until when.

import { isJsonObject, type JsonObject, readCount, readObject, readString } from '../../../core/json.ts'

/** GitHub asks for at least a minute after a secondary limit that names no time. */
const secondsOfNone = 60

/**
 * The milliseconds to wait for the limit that `error`, thrown by the API client, stands for; null when it is another
 * failure. `now` is in milliseconds since 1970.
 */
export function readLimit(error: unknown, now: number): number | null {
  const response = isJsonObject(error) ? readObject(error, 'response') : null
  const status = readCount(response, 'status')
  const headers = readObject(response, 'headers')
  const isGraphqlLimit = isJsonObject(error) && /rate limit/i.test(String(error.message)) && status === 200
  if (status !== 403 && status !== 429 && !isGraphqlLimit) return null
  const seconds = Number(readString(headers, 'retry-after') ?? Number.NaN)
  if (seconds >= 0) return seconds * 1000
  const isSpent = readString(headers, 'x-ratelimit-remaining') === '0'
  const reset = readReset(headers, now)
  if ((isSpent || isGraphqlLimit) && reset !== null) return reset
  const message = isJsonObject(error) ? String(error.message) : ''
  const isNamed = /secondary rate|rate limit|abuse detection/i.test(message)
  return status === 429 || isNamed || isSpent ? secondsOfNone * 1000 : null
}

/** The milliseconds until the rate limit of `headers` is renewed, a second later than GitHub says; null when it says nothing. */
export function readReset(headers: JsonObject | null, now: number): number | null {
  const reset = Number(readString(headers, 'x-ratelimit-reset') ?? Number.NaN)
  return reset > 0 ? Math.max(0, reset * 1000 - now) + 1000 : null
}
