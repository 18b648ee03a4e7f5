// The little HTTP that the stand-ins share.

import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'

export interface LoopbackServer {
  /** Such as `http://localhost:1234`. */
  origin: string
  stop(): Promise<void>
}

/** Serves on a free port of the loopback interface. */
export async function listen(listener: RequestListener): Promise<LoopbackServer> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `http://localhost:${portOf(server)}`, stop: () => close(server) }
}

export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

export async function close(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  if (server.listening) await once(server, 'close')
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

/** A status, a body (a string is sent as it is, anything else as JSON), and headers. */
export type Answer = [status: number, body: unknown, headers?: Record<string, string>]

export function sendJson(response: ServerResponse, [status, body, headers = {}]: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** A page of a list, and where the next one is. */
export function pageOf(all: readonly unknown[], url: URL, request: IncomingMessage): Answer {
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const page = Number(url.searchParams.get('page') ?? 1)
  const next = new URL(url.pathname + url.search, `http://${request.headers.host}`)
  next.searchParams.set('page', String(page + 1))
  const headers = page * size < all.length ? { link: `<${next.href}>; rel="next"` } : {}
  return [200, all.slice((page - 1) * size, page * size), headers]
}

/** Half of the answer, under headers that promise all of it. */
export function cutOff(response: ServerResponse, [status, body]: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
}
