// Stands between a client and a real server and does harm.

import { request as send } from 'node:http'
import { type LoopbackServer, listen } from './http.ts'

/**
 * Refuses with a status; breaks the connection before anything is passed on, or in the midst of the answer; or never
 * answers.
 */
export type Harm = { status: number; body: string } | 'break' | 'cut' | 'hang'

export interface FaultyProxy extends LoopbackServer {
  /** What befalls a request such as `PUT /path`; null for none. */
  harm: (request: string) => Harm | null
}

/**
 * A proxy before `target`, such as `http://127.0.0.1:7070`. The host that the client named is passed on, as
 * signatures need it.
 */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const server = await listen((request, response) => {
    const harm = proxy.harm(`${request.method} ${request.url}`)
    if (harm === 'break') return void request.socket.destroy()
    if (harm === 'hang') return void request.resume()
    if (harm !== null && harm !== 'cut') {
      request.resume()
      response.writeHead(harm.status, { 'content-type': 'application/xml' })
      return void response.end(harm.body)
    }
    const { method, headers, url } = request
    const passed = send(new URL(url ?? '/', target), { method: method ?? 'GET', headers }, (answer) => {
      if (harm !== 'cut' || answer.headers['content-length'] !== '0')
        response.writeHead(answer.statusCode ?? 500, answer.headers)
      if (harm === null) return void answer.pipe(response)
      answer.once('end', () => response.destroy())
      answer.once('data', (part: Buffer) => {
        response.write(part.subarray(0, part.length / 2), () => response.destroy())
      })
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  const proxy: FaultyProxy = { ...server, harm: () => null }
  return proxy
}
