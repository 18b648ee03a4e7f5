// The built action on the events that are about one pull request and do not carry it, and on pull requests that are
// closed.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type JsonObject, readObject } from '../../src/core/json.ts'
import { createEvent, createPull, readExample } from '../support/example-pull-request.ts'
import { documentedBody, undocumentedBody } from '../support/examples.ts'
import { type CheckRun, findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })

const sha = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'
const asked = (pattern: RegExp) => services.github.requests.filter((request) => pattern.test(request))

function runMergeGroup(ref: string, run: CheckRun = {}) {
  const event = { ...readExample('merge_group'), merge_group: { head_ref: ref } }
  return services.check({ ...run, env: { GITHUB_EVENT_NAME: 'merge_group' }, event })
}

test('a merge group checks the live pull request that its ref names', async () => {
  services.github.state.others.set(104, createPull({ number: 104, body: undocumentedBody }))
  const { exitCode, stdout, outputs, record } = await services.check({
    inputs: { mode: 'enforce' },
    env: { GITHUB_EVENT_NAME: 'merge_group' },
    event: readExample('merge_group'),
  })
  assert.equal(exitCode, 1, stdout)
  assert.equal(outputs.result, 'fail')
  assert.match(outputs['record-path'] ?? '', /\/ai-worklog\/ai-worklog\/ai-worklog-pr-104\.json$/)
  const { source } = JSON.parse(String(record))
  assert.equal(source.body_from, 'api')
  assert.equal(source.run.event, 'merge_group')
})

test('a merge group of a documented pull request passes', async () => {
  services.github.state.others.set(7, createPull({ number: 7, body: documentedBody }))
  const { exitCode, outputs } = await runMergeGroup(`refs/heads/gh-readonly-queue/a/b/pr-7-${sha}`, {
    inputs: { mode: 'enforce' },
  })
  assert.equal(exitCode, 0)
  assert.equal(outputs.result, 'pass')
})

test('a merge group whose ref names no pull request reports at once', async () => {
  const { exitCode, stdout, outputs } = await runMergeGroup(
    `refs/heads/gh-readonly-queue/x\n::error::y\u001b[31m/pr-99999999999999999999-${sha}`,
  )
  assert.equal(exitCode, 0)
  assert.deepEqual(outputs, { result: 'skipped' })
  assert.deepEqual(services.github.requests, [])
  assert.equal(findCommands(stdout).length, 1)
  assert.match(stdout, /^::notice title=ai-worklog::Nothing to check: the merge queue's ref `[^\n]+\n$/)
})

test('a merge group whose pull request cannot be read says so, and fails', async () => {
  services.github.state.others.set(104, null)
  const { exitCode, stdout, outputs, summary } = await services.check({
    env: { GITHUB_EVENT_NAME: 'merge_group' },
    event: readExample('merge_group'),
  })
  assert.equal(exitCode, 1)
  assert.deepEqual(outputs, { result: 'error' })
  assert.equal(summary, '')
  assert.deepEqual(findCommands(stdout), [
    '::error title=ai-worklog::Cannot read pull request #104 of `Codertocat/Hello-World`: GitHub answered 404 (Not Found). Check the number, and give the job the permission `pull-requests: read`.',
  ])
})

test('a run by hand without a number is skipped', async () => {
  const { exitCode, stdout, outputs } = await services.check({
    inputs: { 'pull-request': '' },
    env: { GITHUB_EVENT_NAME: 'workflow_dispatch' },
    event: readExample('workflow_dispatch'),
  })
  assert.equal(exitCode, 0)
  assert.equal(
    stdout,
    '::notice title=ai-worklog::Nothing to check: a run that is started by hand is about no pull request. Give the input `pull-request` a number.\n',
  )
  assert.deepEqual(outputs, { result: 'skipped' })
})

for (const [name, merged] of [
  ['merged', true],
  ['not merged', false],
] as const) {
  test(`a closed pull request that was ${merged ? '' : 'not '}merged has a final record and fails nothing`, async () => {
    const closed = {
      body: undocumentedBody,
      state: 'closed',
      merged,
      closed_at: '2019-05-16T10:00:00Z',
      merged_at: merged ? '2019-05-16T10:00:00Z' : null,
      merge_commit_sha: sha,
    }
    services.github.state.pull = createPull(closed)
    const { exitCode, stdout, outputs, record } = await services.check({
      inputs: { mode: 'enforce' },
      event: { ...createEvent(closed), action: 'closed' },
    })
    assert.equal(exitCode, 0, name)
    assert.equal(outputs.result, 'fail')
    const { outcome, policy, source } = JSON.parse(String(record))
    assert.equal(policy.result, 'fail')
    assert.deepEqual(outcome, {
      merged,
      closed_at: '2019-05-16T10:00:00Z',
      reverted_by: null,
      checks: null,
      review_decision: null,
    })
    assert.equal(source.state, 'closed')
    assert.equal(source.merge_sha, merged ? sha : null)
    const commands = findCommands(stdout)
    assert.ok(commands.length >= 4)
    for (const command of commands) assert.match(command, /^::notice title=ai-worklog: /)
    assert.match(
      stdout,
      /\nThe pull request is closed: the verdict is recorded and does not fail the step\.\n/,
    )
  })
}

test('a closed pull request that is open again by now can fail', async () => {
  services.github.state.pull = createPull({ body: undocumentedBody })
  const { exitCode } = await services.check({
    inputs: { mode: 'enforce' },
    event: { ...createEvent({ state: 'closed' }), action: 'closed' },
  })
  assert.equal(exitCode, 1)
})

const branch = 'fix/#1 "a" & {b}?x=1\u202e'

/** The end of a run for the head of a fork. */
function createWorkflowRun(overrides: JsonObject = {}): JsonObject {
  const event = readExample('workflow_run')
  const run = {
    ...readObject(event, 'workflow_run'),
    event: 'pull_request',
    head_branch: branch,
    head_sha: sha,
    head_repository: { id: 99, owner: { login: 'contributor' } },
    pull_requests: [],
    ...overrides,
  }
  return { ...event, repository: { id: 186853002, default_branch: 'master' }, workflow_run: run }
}

function createForkPull(number: number, overrides: JsonObject = {}, head: JsonObject = {}): JsonObject {
  return createPull({
    number,
    head: { label: `contributor:${branch}`, ref: branch, sha, repo: { id: 99 }, ...head },
    ...overrides,
  })
}

const afterRun = (event: JsonObject = createWorkflowRun()) =>
  services.check({ env: { GITHUB_EVENT_NAME: 'workflow_run' }, event })

test('after a workflow the pull request of a fork is found by its head', async () => {
  const { others } = services.github.state
  others.set(11, createForkPull(11, {}, { sha: 'a'.repeat(40) }))
  others.set(12, createForkPull(12))
  others.set(13, createForkPull(13, {}, { repo: { id: 98 } }))
  others.set(14, createForkPull(14, { state: 'closed' }))
  const { exitCode, stdout, outputs } = await afterRun()
  assert.equal(exitCode, 0, stdout)
  assert.match(outputs['record-path'] ?? '', /\/ai-worklog\/ai-worklog\/ai-worklog-pr-12\.json$/)
  assert.equal(asked(/pulls\?/).length, 1)
})

test('after a workflow a closed pull request is found when none is open', async () => {
  for (const number of [11, 12]) {
    services.github.state.others.set(number, createForkPull(number, { state: 'closed' }))
  }
  const { outputs } = await afterRun()
  assert.match(outputs['record-path'] ?? '', /ai-worklog-pr-12\.json$/)
})

test('after a workflow the pull requests of a branch of the repository need no search', async () => {
  const event = createWorkflowRun({
    pull_requests: [
      { number: 2, base: { repo: { id: 186853002 } } },
      { number: 3, base: { repo: { id: 5 } } },
    ],
  })
  const { outputs } = await afterRun(event)
  assert.match(outputs['record-path'] ?? '', /ai-worklog-pr-2\.json$/)
  assert.equal(asked(/pulls\?/).length, 0)
})

test('after a workflow for another head nothing is checked', async () => {
  services.github.state.others.set(11, createForkPull(11, {}, { sha: 'a'.repeat(40) }))
  const { exitCode, stdout, outputs } = await afterRun()
  assert.equal(exitCode, 0)
  assert.deepEqual(outputs, { result: 'skipped' })
  assert.deepEqual(findCommands(stdout), [
    '::notice title=ai-worklog::Nothing to check: no pull request of `Codertocat/Hello-World` has `contributor:fix/#1 "a" & {b}?x=1` at ec26c3e as its head. It may have moved on, and has a run of its own then.',
  ])
})

const faults: [string, Parameters<typeof services.github.state.faults.set>[1], string][] = [
  [
    'is forbidden',
    { status: 403, message: 'Resource not accessible by integration' },
    'GitHub answered 403 (Resource not accessible by integration). Give the job the permission `pull-requests: read`.',
  ],
  [
    'finds nothing',
    { status: 404, message: 'Not Found' },
    'GitHub answered 404 (Not Found). Give the job the permission `pull-requests: read`.',
  ],
  ['fails', { status: 500, message: 'x' }, 'GitHub answered 500 (x). Run the job again.'],
  [
    'is no list',
    { raw: '{"a":1}' },
    'GitHub cannot be reached (the answer is not a list). Run the job again.',
  ],
]
for (const [name, fault, reason] of faults) {
  test(`a search by head that ${name} has a clear message`, async () => {
    services.github.state.faults.set('pulls', fault)
    const { exitCode, stdout, stderr, outputs } = await afterRun()
    assert.equal(exitCode, 1)
    assert.equal(stderr, '')
    assert.deepEqual(outputs, { result: 'error' })
    assert.equal(
      stdout,
      `::error title=ai-worklog::Cannot look for the pull request of the workflow run: ${reason}\n`,
    )
  })
}

test('a search by head whose answer holds rubbish finds nothing', async () => {
  services.github.state.faults.set('pulls', {
    raw: JSON.stringify([null, 5, [], {}, { head: null }, { head: { sha, repo: 9 } }]),
  })
  const { exitCode, outputs } = await afterRun()
  assert.equal(exitCode, 0)
  assert.deepEqual(outputs, { result: 'skipped' })
})
