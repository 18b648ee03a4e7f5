// One HTTP request, its answer in memory under a cap. It follows no redirect: where a token may go is for the caller
// to say.

import type { IncomingMessage } from 'node:http'
import type { HttpRequest } from '../../../api/fetch-over-http.ts'
import { longestAnswer } from './limits.ts'

export interface BytesAnswer {
  status: number
  statusText: string
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>
  bytes: Buffer
}

/** The answer is larger than it may be. */
export class OversizeError extends Error {
  override readonly name = 'OversizeError'
}

/**
 * Rejects when no whole answer comes within a minute, by an `AbortError` when `signal` aborts, and by an
 * {@link OversizeError} as soon as there are more than `mostBytes`.
 */
export async function fetchBytes(
  url: URL,
  options: HttpRequest & { mostBytes: number },
): Promise<BytesAnswer> {
  const { method = 'GET', headers = {}, body, signal, mostBytes } = options
  const { request } = process.getBuiltinModule(url.protocol === 'http:' ? 'node:http' : 'node:https')
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ...(signal === undefined ? {} : { signal }) }, (message) => {
      readBytes(message, mostBytes)
        .then((bytes) => resolve(toAnswer(message, bytes)))
        .catch((error: unknown) => {
          sent.destroy()
          reject(error)
        })
        .finally(() => clearTimeout(timer))
    })
    // Not a signal of its own: what is aborted is not tried again, what takes too long is.
    const timer = setTimeout(
      () => sent.destroy(new Error(`no whole answer in ${longestAnswer / 1000} s`)),
      longestAnswer,
    )
    sent.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    sent.end(body)
  })
}

async function readBytes(message: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of message) {
    size += part.length
    if (size > mostBytes) throw new OversizeError(`the answer has more than ${mostBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function toAnswer(message: IncomingMessage, bytes: Buffer): BytesAnswer {
  const { statusCode = 0, statusMessage = '', headers } = message
  return {
    status: statusCode,
    statusText: statusMessage,
    headers: new Map(Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')])),
    bytes,
  }
}
