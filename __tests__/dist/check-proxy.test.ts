// The built action behind a proxy.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { test } from 'node:test'
import { close, portOf } from '../support/http.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: true })

test('API requests and the upload go through the proxy of the environment', async (t) => {
  const asked: string[] = []
  // The name of the API does not exist: what is meant for it ends at the stand-in.
  const redirect = (url: string) => url.replace('http://api.example.test', services.github.origin)
  const proxy = createServer((message, response) => {
    const { method, headers, url = '' } = message
    asked.push(url)
    const forwarded = request(redirect(url), { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    message.pipe(forwarded)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  t.after(() => close(proxy))

  const proxyUrl = `http://localhost:${portOf(proxy)}`
  const { exitCode, stdout, outputs } = await services.check({
    env: { GITHUB_API_URL: 'http://api.example.test', http_proxy: proxyUrl, https_proxy: proxyUrl },
  })
  assert.equal(exitCode, 0)
  assert.match(stdout, /^Description: live, from the API$/m)
  assert.equal(outputs['artifact-id'], String(services.artifacts.artifacts[0]?.id))
  assert.ok(asked.includes('http://api.example.test/repos/Codertocat/Hello-World/pulls/2'))
  // The artifact client reaches a loopback service directly, but not the blob server.
  assert.ok(asked.some((each) => each.includes('/artifacts/test/')))
})

test('hosts that need no proxy are reached without it', async () => {
  const { exitCode, stdout } = await services.check({
    env: { http_proxy: 'http://localhost:9', no_proxy: 'localhost,127.0.0.1' },
  })
  assert.equal(exitCode, 0)
  assert.match(stdout, /^Description: live, from the API$/m)
})
