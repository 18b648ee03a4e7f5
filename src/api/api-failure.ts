// Why the API did not give what was asked for, in words.

import { isJsonObject, readCount, readObject, readString } from '../core/json.ts'

export interface ApiFailure {
  /** The HTTP status; null when no answer came. */
  status: number | null
  /** Continues a sentence: `GitHub answered 403 (Resource not accessible by integration)`. */
  reason: string
}

/** The failure that `error`, thrown by the client, stands for. */
export function toApiFailure(error: unknown): ApiFailure {
  const response = isJsonObject(error) ? readObject(error, 'response') : null
  const status = readCount(response, 'status')
  if (status !== null) {
    const message = readString(readObject(response, 'data'), 'message')
    return { status, reason: `GitHub answered ${status}${message === null ? '' : ` (${shorten(message)})`}` }
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { status: null, reason: 'GitHub did not answer in time' }
  }
  const detail = error instanceof Error ? error.message : String(error)
  return { status: null, reason: `GitHub cannot be reached (${shorten(detail || 'no reason given')})` }
}

/** What to do about a failure to read something that needs `permission`, such as `contents: read`. */
export function remedyFor({ status }: ApiFailure, permission: string): string {
  if (status === 401) return 'Check the input `github-token`.'
  if (status === 403 || status === 404) return `Give the job the permission \`${permission}\`.`
  return 'Run the job again.'
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}
