// Files to and from GitHub as streams: the API client holds every body in memory, as text.

import { createReadStream, createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const mostRedirects = 5
const mostAttempts = 3
/** In milliseconds. */
const longestSilence = 60_000

/**
 * Downloads `address` to the file `to`, following redirects; the token stays with its host. Throws as the API client
 * does.
 */
export async function download(
  address: string,
  token: string,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  await tryAgain(signal, async () => {
    let url = new URL(address)
    let headers: Record<string, string> = { accept: 'application/octet-stream', ...authorize(token) }
    for (let redirects = 0; ; redirects += 1) {
      const message = await send(url, 'GET', headers, null, signal)
      const { location } = message.headers
      if (isRedirect(message) && location !== undefined && redirects < mostRedirects) {
        message.resume()
        const next = new URL(location, url)
        if (next.origin !== url.origin) headers = { accept: 'application/octet-stream' }
        url = next
        continue
      }
      await expectSuccess(message)
      await pipeline(message, createWriteStream(to), { signal })
      return
    }
  })
}

/** Posts the file `from`, of `bytes`, to `address`. Throws as the API client does. */
export async function upload(
  address: string,
  token: string,
  from: string,
  bytes: number,
  signal: AbortSignal,
): Promise<void> {
  const headers = {
    accept: 'application/vnd.github+json',
    'content-type': 'application/octet-stream',
    'content-length': String(bytes),
    ...authorize(token),
  }
  const message = await send(new URL(address), 'POST', headers, from, signal)
  await expectSuccess(message)
  message.resume()
}

function send(
  url: URL,
  method: string,
  headers: Record<string, string>,
  from: string | null,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { request } = process.getBuiltinModule(url.protocol === 'http:' ? 'node:http' : 'node:https')
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { 'user-agent': 'ai-worklog', ...headers }, signal })
    sent.on('response', resolve).on('error', reject)
    sent.setTimeout(longestSilence, () => {
      sent.destroy(Object.assign(new Error('nothing came for a minute'), { code: 'ETIMEDOUT' }))
    })
    if (from === null) sent.end()
    else pipeline(createReadStream(from), sent, { signal }).catch(reject)
  })
}

async function expectSuccess(message: IncomingMessage): Promise<void> {
  const status = message.statusCode ?? 0
  if (status >= 200 && status < 300) return
  let text = ''
  for await (const part of message) if (text.length < 10_000) text += part
  throw Object.assign(new Error(`status ${status}`), { response: { status, data: parse(text) } })
}

/** Broken connections and 5xx mend themselves. */
async function tryAgain(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      await work()
      return
    } catch (error) {
      signal.throwIfAborted()
      const isFinal = error instanceof Error && /^status [1-4]/.test(error.message)
      if (isFinal || attempts === mostAttempts) throw error
      await sleep(500 * 2 ** attempts, undefined, { signal })
    }
  }
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 301 && statusCode <= 308 && statusCode !== 304
}

function authorize(token: string): Record<string, string> {
  return token === '' ? {} : { authorization: `token ${token}` }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
