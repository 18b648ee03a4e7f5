// The built action when GitHub's API refuses, fails or is slow: the event's copy serves, and the message names
// the permission.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCommit, createEvent, createPull } from '../support/example-pull-request.ts'
import { listen } from '../support/http.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const noAi = '## AI worklog\n\nNo AI was used.'
const event = createEvent({ body: noAi })

async function checkRecord(run: Parameters<typeof services.check>[0] = { event }) {
  const outcome = await services.check(run)
  return { ...outcome, record: JSON.parse(String(outcome.record)) }
}

test('the live description wins over the event', async () => {
  services.github.state.pull = createPull({ body: noAi })
  const { record } = await checkRecord({ event: createEvent({ body: 'stale' }) })
  assert.equal(record.source.body_from, 'api')
  assert.equal(record.ai_use, 'none')
})

test('the token is sent, and no token sends none', async () => {
  await services.check()
  assert.deepEqual([...new Set(services.github.tokens)], ['token the-token'])
  services.github.reset()
  await services.check({ inputs: { 'github-token': '' } })
  assert.deepEqual([...new Set(services.github.tokens)], [undefined])
})

const answers: [number, string][] = [
  [403, 'Give the job the permission `pull-requests: read`.'],
  [404, 'Give the job the permission `pull-requests: read`.'],
  [401, 'Check the input `github-token`.'],
  [500, 'Run the job again.'],
]
for (const [status, remedy] of answers) {
  test(`the event's copy serves when GitHub answers ${status}`, async () => {
    for (const route of ['pull', 'commits', 'files'] as const) {
      services.github.state.faults.set(route, { status, message: 'Because\n::error::x' })
    }
    const { exitCode, stdout, outputs, record } = await checkRecord()
    assert.equal(exitCode, 0)
    assert.equal(outputs.result, 'pass')
    assert.deepEqual(findCommands(stdout), [
      `::notice title=ai-worklog::The description is the event's, which may be older than the live one: GitHub answered ${status} (Because ::error::x). ${remedy}`,
      `::notice title=ai-worklog::The record lacks commits and changed files: GitHub answered ${status} (Because ::error::x). ${remedy}`,
    ])
    assert.equal(record.source.body_from, 'event')
    assert.equal(record.ai_use, 'none')
    assert.deepEqual(record.commits, [])
    assert.deepEqual(record.files, [])
  })
}

test('the event serves when GitHub cannot be reached', async () => {
  const gone = await listen(() => {})
  await gone.stop()
  const { exitCode, stdout, record } = await checkRecord({
    event,
    env: { GITHUB_API_URL: gone.origin },
  })
  assert.equal(exitCode, 0)
  assert.equal(record.source.body_from, 'event')
  assert.match(
    findCommands(stdout).join('\n'),
    /may be older than the live one: GitHub cannot be reached \(.*ECONNREFUSED.*\)\. Run the job again\./,
  )
})

test('a failure that passes is tried again', async () => {
  services.github.state.faults.set('pull', { status: 502, times: 1 })
  const { record, stdout } = await checkRecord()
  assert.equal(record.source.body_from, 'api')
  assert.deepEqual(findCommands(stdout), [])
})

test('a pull request that neither the API nor the event has is an error', async () => {
  const inputs = { 'pull-request': '9' }
  services.github.state.faults.set('pull', { status: 404, message: 'Not Found' })
  const missing = await services.check({ inputs })
  assert.equal(missing.exitCode, 1)
  assert.deepEqual(missing.outputs, { result: 'error' })
  assert.equal(
    missing.stdout,
    '::error title=ai-worklog::Cannot read pull request #9 of `Codertocat/Hello-World`: GitHub answered 404 (Not Found). Check the number, and give the job the permission `pull-requests: read`.\n',
  )
  services.github.state.faults.set('pull', { status: 403, message: 'Resource not accessible by integration' })
  const forbidden = await services.check({ inputs })
  assert.equal(forbidden.exitCode, 1)
  assert.equal(
    forbidden.stdout,
    '::error title=ai-worklog::Cannot read pull request #9 of `Codertocat/Hello-World`: GitHub answered 403 (Resource not accessible by integration). Give the job the permission `pull-requests: read`.\n',
  )
})

test('an answer that is no pull request is not believed', async () => {
  services.github.state.pull = { number: 3, body: 'of another' }
  const { stdout, record } = await checkRecord()
  assert.equal(record.source.body_from, 'event')
  assert.match(stdout, /GitHub cannot be reached \(the answer is not this pull request\)/)
})

test('pages of commits and files are followed up to their limits', async () => {
  services.github.state.pull = createPull({ commits: 251 })
  services.github.state.commits = Array.from({ length: 251 }, (_, index) =>
    createCommit(String(index).padStart(40, '0'), 'Change'),
  )
  services.github.state.files = Array.from({ length: 301 }, (_, index) => ({ filename: `${index}.txt` }))
  const { record } = await checkRecord()
  assert.equal(record.commits.length, 250)
  assert.equal(record.files.length, 300)
  assert.equal(record.files_truncated, true)
  const read = services.github.requests.filter((request) => !request.endsWith('/graphql'))
  assert.equal(read.length, 1 + 3 + 3 + 1)
})

test('what is within the limits is not called truncated', async () => {
  services.github.state.pull = createPull({ commits: 1 })
  services.github.state.files = Array.from({ length: 300 }, (_, index) => ({ filename: `${index}.txt` }))
  const { record } = await checkRecord()
  assert.equal(record.files.length, 300)
  assert.equal(record.files_truncated, false)
})

test('requests are sent together', async () => {
  for (const route of ['pull', 'commits', 'files', 'contents'] as const) {
    services.github.state.faults.set(route, { delay: 1000 })
  }
  const { exitCode, milliseconds } = await checkRecord()
  assert.equal(exitCode, 0)
  assert.ok(milliseconds < 3000, `${milliseconds} ms`)
})
