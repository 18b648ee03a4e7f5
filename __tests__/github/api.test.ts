// The parts of the API reader that a whole run of the action cannot show.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Client, createClient } from '../../src/api/create-client.ts'
import { withDeadline } from '../../src/api/with-deadline.ts'
import { readFile } from '../../src/github/api/read-file.ts'
import { readPullRequest } from '../../src/github/api/read-pull-request.ts'
import { type GitHubServer, startGitHubServer } from '../support/github-server.ts'

let github: GitHubServer
before(async () => {
  github = await startGitHubServer()
})
after(() => github.stop())
beforeEach(() => github.reset())

const id = { owner: 'Codertocat', repositoryName: 'Hello-World', number: 2 }
const file = { repository: 'Codertocat/Hello-World', path: '.github/ai-worklog.yml', ref: 'main' }

function connect(signal: AbortSignal): Client {
  return createClient({ apiUrl: github.origin, token: 'x', signal, userAgent: 'test' })
}

test('a deadline ends what GitHub does not answer and keeps what it did', async () => {
  github.state.faults.set('commits', { delay: Number.POSITIVE_INFINITY })
  const started = performance.now()
  const reading = await withDeadline(500, (signal) => readPullRequest(connect(signal), id))
  assert.ok(performance.now() - started < 1500)
  assert.ok('data' in reading.pullRequest)
  assert.deepEqual(reading.commits, { failure: { status: null, reason: 'GitHub did not answer in time' } })
  assert.ok('data' in reading.files)
})

test('a deadline ends retries', async () => {
  github.state.faults.set('contents', { status: 500 })
  const started = performance.now()
  await withDeadline(100, (signal) => readFile(connect(signal), file))
  assert.ok(performance.now() - started < 4000)
})

test('a rate limit that ends soon is waited for', async () => {
  const reset = String(Math.floor(Date.now() / 1000))
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
  github.state.faults.set('contents', { status: 403, message: 'API rate limit exceeded', headers, times: 1 })
  github.state.contents.set('Codertocat/Hello-World:.github/ai-worklog.yml@main', 'mode: warn\n')
  const reading = await withDeadline(9000, (signal) => readFile(connect(signal), file))
  assert.ok('text' in reading)
})

test('a rate limit that lasts is not waited for', async () => {
  const reset = String(Math.floor(Date.now() / 1000) + 3600)
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
  github.state.faults.set('contents', { status: 403, message: 'API rate limit exceeded', headers })
  const reading = await withDeadline(9000, (signal) => readFile(connect(signal), file))
  assert.deepEqual(reading, {
    failure: { status: 403, reason: 'GitHub answered 403 (API rate limit exceeded)' },
  })
  assert.equal(github.requests.length, 1)
})

test('paths and branches are sent as they are', async () => {
  const path = 'a b/ü#1?/%41.yml'
  github.state.contents.set(`o/r:${path}@feat/#1&x=y`, 'mode: warn\n')
  const reading = await withDeadline(5000, (signal) =>
    readFile(connect(signal), { repository: 'o/r', path, ref: 'feat/#1&x=y' }),
  )
  assert.ok('text' in reading)
})
