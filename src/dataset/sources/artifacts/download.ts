// The zip of one artifact: one call of the API, which answers where it lies, and a request to the storage there, which
// gets no token.

import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isJsonObject, readCount, readObject, readString } from '../../../core/json.ts'
import type { Artifact } from './artifact.ts'
import type { Connection } from './connect.ts'
import { type BytesAnswer, fetchBytes, OversizeError } from './fetch-bytes.ts'
import { mostZipBytes } from './limits.ts'
import { Refusal } from './refusal.ts'

export interface DownloadOptions {
  apiUrl: string
  signal: AbortSignal
  /** Before the second try at the storage, in milliseconds. */
  retryBase: number
}

/** Addresses asked for: each is good for a minute. */
const mostAddresses = 3
/** Tries at one address. */
const mostTries = 2

/**
 * The bytes, of the size and digest that GitHub says. Rejects by a {@link Refusal} when there are none to be had, now
 * and later; by any other error when another time may be better.
 */
export async function download(
  connection: Connection,
  artifact: Artifact,
  options: DownloadOptions,
): Promise<Buffer> {
  if (artifact.isExpired) throw expired()
  if ((artifact.size ?? 0) > mostZipBytes) throw oversize(`It has ${artifact.size} bytes`)
  let failure: unknown
  for (let tries = 0; tries < mostAddresses; tries += 1) {
    const address = await askAddress(connection, artifact, options.apiUrl)
    try {
      const bytes = await fetchZip(address, options)
      check(bytes, artifact)
      return bytes
    } catch (error) {
      options.signal.throwIfAborted()
      if (error instanceof OversizeError) throw oversize(`It has more than ${mostZipBytes} bytes`)
      // Wrong twice is wrong.
      if (error instanceof Refusal && failure instanceof Refusal) throw error
      failure = error
    }
  }
  throw failure
}

async function askAddress(connection: Connection, artifact: Artifact, apiUrl: string): Promise<URL> {
  const { repository, id } = artifact
  try {
    const { status, headers } = await connection.request(
      `GET /repos/${repository}/actions/artifacts/${id}/zip`,
    )
    const location = readString(headers, 'location')
    if (status < 300 || location === null || !URL.canParse(location, apiUrl)) {
      throw new Error('GitHub does not say where the zip is')
    }
    const url = new URL(location, apiUrl)
    // Only an API that is itself unprotected, as a local one, may send us to an unprotected storage.
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && apiUrl.startsWith('http:'))) {
      throw new Error(`GitHub sends to an address of \`${url.protocol}\`, not \`https:\``)
    }
    return url
  } catch (error) {
    const status = isJsonObject(error) ? readCount(readObject(error, 'response'), 'status') : null
    if (status === 410 || status === 404) throw expired()
    throw error
  }
}

/** Asks the storage, a second time where that may help. */
async function fetchZip(url: URL, { signal, retryBase }: DownloadOptions): Promise<Buffer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetchBytes(url, { signal, mostBytes: mostZipBytes }).catch((error: unknown) => {
      if (signal.aborted || error instanceof OversizeError || tries === mostTries) throw error
      return null
    })
    if (answer?.status === 200) return answer.bytes
    if (tries === mostTries || (answer !== null && answer.status < 500 && answer.status !== 429)) {
      throw new Error(`the storage answered ${answer?.status}`)
    }
    await sleep(waitOf(answer, retryBase), undefined, { signal })
  }
}

/** Milliseconds; a storage that asks for longer than 30 s is asked by a new address. */
function waitOf(answer: BytesAnswer | null, retryBase: number): number {
  const seconds = Number(answer?.headers.get('retry-after') ?? Number.NaN)
  return seconds >= 0 ? Math.min(seconds, 30) * 1000 : retryBase
}

/** A wrong size or digest is a {@link Refusal} only in the end: `download` tries again. */
function check(bytes: Buffer, { size, digest }: Artifact): void {
  if (digest === null) return
  if (size !== null && bytes.length !== size) {
    throw new Refusal(
      'wrong-size',
      `It has ${bytes.length} bytes, and GitHub says ${size}. Nothing of it was taken.`,
    )
  }
  const actual = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (actual !== digest) {
    throw new Refusal(
      'wrong-digest',
      `Its digest is ${actual}, and GitHub says ${digest}. Nothing of it was taken.`,
    )
  }
}

function expired(): Refusal {
  return new Refusal(
    'expired',
    'GitHub keeps it no more. Collect more often than artifacts expire, or set `retention-days` of the check higher.',
  )
}

function oversize(what: string): Refusal {
  return new Refusal(
    'too-large',
    `${what}, and a record’s zip may have ${mostZipBytes}. Upload the record in an artifact of its own.`,
  )
}
