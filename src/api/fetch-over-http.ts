// As much of `fetch` as the API client needs, on node:http. Loading the built-in one takes a cold process
// twice as long as all requests of a check together (see bench/).

import type { IncomingMessage } from 'node:http'

/** What the API client reads of a response. */
export interface HttpResponse {
  status: number
  statusText: string
  /** The address that answered, after redirects. */
  url: string
  ok: boolean
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>
  text(): Promise<string>
  json(): Promise<unknown>
}

export interface HttpRequest {
  method?: string
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

const mostRedirects = 5

/** Sends a request and follows redirects, a body only where they keep it. Rejects when no whole answer comes. */
export async function fetchOverHttp(address: string, options: HttpRequest = {}): Promise<HttpResponse> {
  let url = new URL(address)
  let headers = options.headers ?? {}
  for (let redirects = 0; ; redirects += 1) {
    const response = await send(url, { ...options, headers })
    const location = response.headers.get('location')
    const keepsBody = options.body === undefined || response.status === 307 || response.status === 308
    const isRedirect = response.status >= 300 && response.status < 400 && location !== undefined && keepsBody
    if (!isRedirect || redirects === mostRedirects) return response
    const next = new URL(location, url)
    // The token is for the host it was made for.
    if (next.origin !== url.origin) headers = withoutAuthorization(headers)
    url = next
  }
}

function send(url: URL, { method = 'GET', headers = {}, body, signal }: HttpRequest): Promise<HttpResponse> {
  const { request } = process.getBuiltinModule(url.protocol === 'http:' ? 'node:http' : 'node:https')
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ...(signal === undefined ? {} : { signal }) }, (message) => {
      readText(message).then((text) => resolve(toResponse(url, message, text)), reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function readText(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part)
  return Buffer.concat(parts).toString()
}

function toResponse(url: URL, message: IncomingMessage, text: string): HttpResponse {
  const status = message.statusCode ?? 0
  return {
    status,
    statusText: message.statusMessage ?? '',
    url: url.href,
    ok: status >= 200 && status < 300,
    headers: new Map(
      Object.entries(message.headers).map(([name, value = '']) => [name, [value].flat().join(', ')]),
    ),
    text: async () => text,
    json: async () => JSON.parse(text),
  }
}

function withoutAuthorization(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'),
  )
}
