import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { fetchOverHttp } from '../../src/api/fetch-over-http.ts'
import { type LoopbackServer, listen, readBody } from '../support/http.ts'

async function redirectTo(address: string, seen: IncomingMessage[] = []): Promise<LoopbackServer> {
  return listen((request, response) => {
    seen.push(request)
    response.writeHead(301, { location: address }).end()
  })
}

test('an answer has status, headers and text', async (t) => {
  const server = await listen((_, response) => {
    response.writeHead(404, { 'content-type': 'application/json', 'x-two': ['a', 'b'] }).end('{"ü":1}')
  })
  t.after(server.stop)
  const answer = await fetchOverHttp(`${server.origin}/x`)
  assert.equal(answer.status, 404)
  assert.equal(answer.ok, false)
  assert.equal(answer.headers.get('x-two'), 'a, b')
  assert.equal(await answer.text(), '{"ü":1}')
  assert.deepEqual(await answer.json(), { ü: 1 })
})

test('a redirect is followed, and the token stays with its host', async (t) => {
  const seen: IncomingMessage[] = []
  const end = await listen((request, response) => {
    seen.push(request)
    response.end('end')
  })
  t.after(end.stop)
  const start = await redirectTo(`${end.origin}/there`, seen)
  t.after(start.stop)
  const answer = await fetchOverHttp(start.origin, { headers: { authorization: 'token x', accept: 'y' } })
  assert.equal(answer.url, `${end.origin}/there`)
  assert.equal(await answer.text(), 'end')
  assert.deepEqual(
    seen.map(({ headers }) => [headers.authorization, headers.accept]),
    [
      ['token x', 'y'],
      [undefined, 'y'],
    ],
  )
})

test('a circle of redirects ends', async (t) => {
  const seen: IncomingMessage[] = []
  const server = await redirectTo('/again', seen)
  t.after(server.stop)
  assert.equal((await fetchOverHttp(server.origin)).status, 301)
  assert.equal(seen.length, 6)
})

test('an answer that is cut off is an error', async (t) => {
  const server = await listen((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('x')
    setTimeout(() => response.destroy(), 20)
  })
  t.after(server.stop)
  await assert.rejects(fetchOverHttp(server.origin), { code: 'ECONNRESET' })
})

test('a signal ends a request', async (t) => {
  const server = await listen(() => {})
  t.after(server.stop)
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 20)
  await assert.rejects(fetchOverHttp(server.origin, { signal: controller.signal }), { name: 'AbortError' })
})

test('a body is sent, with its method and headers', async (t) => {
  const server = await listen(async (request, response) => {
    response.end(`${request.method} ${request.headers['content-type']} ${await readBody(request)}`)
  })
  t.after(server.stop)
  const answer = await fetchOverHttp(server.origin, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"ü":1}',
  })
  assert.equal(await answer.text(), 'POST application/json {"ü":1}')
})

for (const [status, isFollowed] of [
  [301, false],
  [302, false],
  [307, true],
  [308, true],
] as const) {
  test(`a body is ${isFollowed ? 'sent on' : 'kept'} after a ${status}`, async (t) => {
    const server = await listen(async (request, response) => {
      if (request.url === '/there') response.end(await readBody(request))
      else response.writeHead(status, { location: '/there' }).end()
    })
    t.after(server.stop)
    const answer = await fetchOverHttp(server.origin, { method: 'POST', body: 'x' })
    assert.deepEqual([answer.status, await answer.text()], isFollowed ? [200, 'x'] : [status, ''])
  })
}
