// The built action behind a proxy.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { test } from 'node:test'
import { close, portOf } from '../support/http.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })

test('API requests go through the proxy of the environment', async (t) => {
  const asked: (string | undefined)[] = []
  const proxy = createServer()
  // Every tunnel ends at the stand-in: the name that is asked for does not exist.
  proxy.on('connect', (request, socket) => {
    asked.push(request.url)
    const target = connect(Number(new URL(services.github.origin).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    socket.on('error', () => target.destroy())
    target.on('error', () => socket.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  t.after(() => close(proxy))

  const url = `http://localhost:${portOf(proxy)}`
  const { exitCode, stdout } = await services.check({
    env: { GITHUB_API_URL: 'http://api.example.test', http_proxy: url, https_proxy: url },
  })
  assert.equal(exitCode, 0)
  assert.match(stdout, /^Description: live, from the API$/m)
  assert.deepEqual([...new Set(asked)], ['api.example.test:80'])
})

test('hosts that need no proxy are reached without it', async () => {
  const { exitCode, stdout } = await services.check({
    env: { http_proxy: 'http://localhost:9', no_proxy: 'localhost' },
  })
  assert.equal(exitCode, 0)
  assert.match(stdout, /^Description: live, from the API$/m)
})
