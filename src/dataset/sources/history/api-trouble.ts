// What a failed question to GraphQL calls for: a smaller question, a wait, another try, or giving up.

import { toApiFailure } from '../../../api/api-failure.ts'
import {
  isJsonObject,
  type JsonObject,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'

/**
 * `heavy`: GitHub ran out of time or resources, so ask for less. `limit`: wait `milliseconds`. `network`: no whole answer came.
 * `refused`: asking again is of no use.
 */
export type Trouble =
  | { kind: 'heavy'; reason: string }
  | { kind: 'limit'; reason: string; milliseconds: number }
  | { kind: 'network'; reason: string }
  | { kind: 'refused'; reason: string; status: number | null }

/** An answer that GitHub could not compute: thrown so that the caller asks for less. */
export class TooHeavy extends Error {
  override readonly name = 'TooHeavy'
}

/** A question that GitHub does not answer, whatever its size. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The trouble that `error`, thrown by the client at `now` (milliseconds since 1970), stands for. */
export function toTrouble(error: unknown, now: number): Trouble {
  const response = isJsonObject(error) ? readObject(error, 'response') : null
  const status = readCount(response, 'status')
  const { reason } = toApiFailure(error)
  const message = error instanceof Error ? error.message : ''
  if (response === null || status === null) {
    return isTimeout(error, message) ? { kind: 'heavy', reason } : { kind: 'network', reason }
  }
  const headers = readObject(response, 'headers')
  const errors = readObjects(readObject(response, 'data'), 'errors')
  if (isLimit(status, message, headers, errors)) {
    return { kind: 'limit', reason, milliseconds: readWait(headers, now) }
  }
  if (status >= 500 || errors.some(isHeavy) || somethingWentWrong.test(message))
    return { kind: 'heavy', reason }
  return { kind: 'refused', reason, status }
}

/** True when an error beside the data says that the question was too large. */
export function isHeavy(error: JsonObject): boolean {
  const type = readString(error, 'type') ?? ''
  const message = readString(error, 'message') ?? ''
  return heavyTypes.includes(type) || heavyMessage.test(message)
}

/** The wait that `headers` ask for, in milliseconds; a minute when they ask for none, never more than 61 minutes. */
function readWait(headers: JsonObject | null, now: number): number {
  const after = Number(readString(headers, 'retry-after') ?? Number.NaN)
  const reset = Number(readString(headers, 'x-ratelimit-reset') ?? Number.NaN)
  const wanted =
    after >= 0
      ? after * 1000
      : readString(headers, 'x-ratelimit-remaining') === '0'
        ? reset * 1000 - now
        : Number.NaN
  return Number.isNaN(wanted) ? 60_000 : Math.min(Math.max(wanted, 0) + 1000, longestWait)
}

/** A budget is refilled every hour. */
export const longestWait = 61 * 60_000

const heavyTypes = ['RESOURCE_LIMITS_EXCEEDED', 'MAX_NODE_LIMIT_EXCEEDED', 'TIMEOUT']
const somethingWentWrong = /something went wrong while executing your query/i
const heavyMessage =
  /something went wrong|resource limits? .*exceeded|timed? ?out|couldn't respond .* in time/i

function isLimit(
  status: number,
  message: string,
  headers: JsonObject | null,
  errors: readonly JsonObject[],
): boolean {
  if (errors.some((error) => readString(error, 'type') === 'RATE_LIMITED')) return true
  if (status === 429 || /\bsecondary rate\b|\brate limit exceeded\b/i.test(message)) return true
  return status === 403 && readString(headers, 'x-ratelimit-remaining') === '0'
}

function isTimeout(error: unknown, message: string): boolean {
  return (error instanceof Error && error.name === 'AbortError') || /timed? ?out/i.test(message)
}
