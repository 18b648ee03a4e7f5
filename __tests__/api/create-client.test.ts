import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { createClient } from '../../src/api/create-client.ts'

describe('the client', () => {
  it('tries a request again whatever others have met before', async (t) => {
    const answers = [
      { status: 429, headers: { 'retry-after': '60' } },
      { status: 502, headers: {} },
      { status: 200, headers: {} },
    ]
    let calls = 0
    const server = createServer((_, response) => {
      const { status = 500, headers } = answers[calls++] ?? {}
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"message":"no"}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.after(() => server.close())
    const { port } = server.address() as AddressInfo
    const apiUrl = `http://127.0.0.1:${port}`
    const client = createClient({ apiUrl, token: '', signal: AbortSignal.timeout(20_000), userAgent: 'test' })
    await assert.rejects(client.request('GET /repos/octo/app'), { status: 429 })
    assert.equal((await client.request('GET /repos/octo/app')).status, 200)
    assert.equal(calls, 3)
  })
})
