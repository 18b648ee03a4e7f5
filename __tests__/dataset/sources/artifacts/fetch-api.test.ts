import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createApiFetch } from '../../../../src/dataset/sources/artifacts/fetch-api.ts'
import { fetchBytes, OversizeError } from '../../../../src/dataset/sources/artifacts/fetch-bytes.ts'
import { listen } from '../../../support/http.ts'

/** A server that redirects `/api/v3/...` as `places` say, and answers `{"path": …}` elsewhere. */
async function startServer(t: TestContext, places: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const server = await listen((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`)
    const location = places[request.url ?? '']
    if (location === undefined) response.end(JSON.stringify({ path: request.url }))
    else response.writeHead(302, { location }).end()
  })
  t.after(server.stop)
  const apiUrl = `${server.origin}/api/v3`
  const ask = (path: string) =>
    createApiFetch(apiUrl)(`${apiUrl}${path}`, { headers: { authorization: 'token x' } })
  return { asked, ask }
}

describe('fetch of the API', () => {
  it('follows a repository that moved', async (t) => {
    const { ask, asked } = await startServer(t, {
      '/api/v3/repos/old/app/x': '/api/v3/repositories/7/x',
    })
    const response = await ask('/repos/old/app/x')
    assert.deepEqual(await response.json(), { path: '/api/v3/repositories/7/x' })
    assert.deepEqual(asked, ['/api/v3/repos/old/app/x token x', '/api/v3/repositories/7/x token x'])
  })

  it('hands every other redirect back, even one to the same host', async (t) => {
    for (const location of [
      '/_services/storage?sig=x',
      '/api/v3/zips/7',
      'http://storage.invalid/',
      'http://[',
    ]) {
      const { ask, asked } = await startServer(t, { '/api/v3/x': location })
      const response = await ask('/x')
      assert.equal(response.status, 302)
      assert.equal(response.headers.get('location'), location)
      assert.equal(asked.length, 1)
    }
  })

  it('does not follow for ever', async (t) => {
    const { ask, asked } = await startServer(t, { '/api/v3/repositories/7/x': '/api/v3/repositories/7/x' })
    assert.equal((await ask('/repositories/7/x')).status, 302)
    assert.equal(asked.length, 6)
  })
})

describe('fetchBytes', () => {
  it('ends at the cap', async (t) => {
    let sent = 0
    const server = await listen((_request, response) => {
      const timer = setInterval(() => {
        sent += 1
        response.write(Buffer.alloc(65_536))
      }, 1)
      response.on('close', () => clearInterval(timer))
    })
    t.after(server.stop)
    await assert.rejects(fetchBytes(new URL(server.origin), { mostBytes: 1_000_000 }), OversizeError)
    assert.ok(sent < 1000)
  })

  it('ends when the signal aborts', async (t) => {
    const server = await listen((_request, response) => void response.write('{'))
    t.after(server.stop)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 50)
    const { signal } = controller
    await assert.rejects(fetchBytes(new URL(server.origin), { mostBytes: 10, signal }), {
      name: 'AbortError',
    })
  })
})
