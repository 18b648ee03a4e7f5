import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { download } from '../../../src/dataset/store/github/transfer.ts'
import { runBounded } from '../../../src/dataset/store/run-bounded.ts'
import { makeFolder } from '../../support/dataset-version.ts'
import { listen } from '../../support/http.ts'

const { signal } = new AbortController()

async function serve(t: TestContext, ...args: Parameters<typeof listen>): Promise<string> {
  const server = await listen(...args)
  t.after(server.stop)
  return server.origin
}

test('a broken download is tried again, and a refusal is not', async (t) => {
  let asked = 0
  const origin = await serve(t, (request, response) => {
    asked += 1
    if (request.url === '/gone') {
      response.writeHead(410)
      response.end('gone')
      return
    }
    response.writeHead(200, { 'content-length': 8 })
    if (asked === 1) response.write('half', () => response.destroy())
    else response.end('complete')
  })
  const to = join(makeFolder(t), 'file')
  await download(`${origin}/file`, '', to, signal)
  assert.equal(readFileSync(to, 'utf8'), 'complete')
  asked = 0
  await assert.rejects(download(`${origin}/gone`, '', to, signal), { message: 'status 410' })
  assert.equal(asked, 1)
})

test('a download without an answer ends when it is to stop', async (t) => {
  const origin = await serve(t, () => {})
  const stop = new AbortController()
  const done = download(origin, '', join(makeFolder(t), 'file'), stop.signal)
  setTimeout(() => stop.abort(), 100)
  await assert.rejects(done, { name: 'AbortError' })
})

test('transfers are bounded, and the first failure stops the rest', async () => {
  let running = 0
  let most = 0
  const seen: number[] = []
  const work = async (item: number) => {
    seen.push(item)
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
    if (item === 5) throw new Error('five')
  }
  await runBounded([1, 2, 3, 4], 3, work)
  assert.equal(most, 3)
  seen.length = 0
  await assert.rejects(runBounded([1, 5, 2, 3, 4, 6, 7, 8], 2, work), { message: 'five' })
  assert.equal(running, 0)
  assert.ok(seen.length < 6)
})
