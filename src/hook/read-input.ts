// What an agent hands its hook: a JSON object on standard input.

import type { Readable } from 'node:stream'
import { isJsonObject, type JsonObject } from '../core/json.ts'

/** A call is a few KB, and a command of megabytes is not ours to judge. */
const maxBytes = 4 * 1024 * 1024
/** Half of what the agents wait for us. */
const maxMilliseconds = 10_000

/** The object on `stream`; null when it is too large or no object. Rejects when it is no JSON or does not end in time. */
export async function readInput(
  stream: Readable,
  milliseconds = maxMilliseconds,
): Promise<JsonObject | null> {
  const timer = setTimeout(() => stream.destroy(), milliseconds)
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > maxBytes) return null
      chunks.push(bytes)
    }
    const text = Buffer.concat(chunks).toString('utf8')
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isJsonObject(value) ? value : null
  } finally {
    clearTimeout(timer)
  }
}
