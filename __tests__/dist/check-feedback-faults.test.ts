// The built action when it may not or cannot comment or label: a notice, the same verdict, and never two comments.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readObjects, readString } from '../../src/core/json.ts'
import { createPull } from '../support/example-pull-request.ts'
import type { Fault, Route } from '../support/github-server.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const asking = '## AI worklog\n\nI used Claude Code 2.1.'
const label = 'needs documentation'
const both = { comment: 'true', label }
const denied = { status: 403, message: 'Resource not accessible by integration' }
const permission =
  'GitHub answered 403 (Resource not accessible by integration). Give the job the permission `pull-requests: write`.'

async function run(inputs: Record<string, string>, body = asking) {
  const { pull } = services.github.state
  services.github.state.pull = createPull({ ...pull, body })
  const outcome = await services.check({ inputs })
  assert.equal(outcome.stderr, '')
  const lines = findCommands(outcome.stdout).filter((line) => line.startsWith('::notice '))
  const notices = lines.map((line) => line.replace('::notice title=ai-worklog::', ''))
  return { ...outcome, notices }
}

const bodies = () => services.github.state.issue.comments.map(({ body }) => String(body))
const labels = () => readObjects(services.github.state.pull, 'labels').map((each) => readString(each, 'name'))

function fail(routes: readonly Route[], fault: Fault): void {
  for (const route of routes) services.github.state.faults.set(route, { ...fault })
}

test('the label is set while something is asked for, and no other is touched', async () => {
  services.github.state.issue.labels = [label]
  services.github.state.pull = createPull({ labels: [{ name: 'bug' }] })
  assert.deepEqual((await run({ label })).notices, [])
  assert.deepEqual(labels(), ['bug', label])
  services.github.requests.length = 0
  await run({ label: 'Needs Documentation' })
  assert.ok(!services.github.requests.some((each) => each.includes('/labels')))
  await run({ label }, '## AI worklog\n\nNo AI was used.')
  assert.deepEqual(labels(), ['bug'])
})

test('a label that does not exist is not created', async () => {
  const { notices, outputs, exitCode } = await run({ label })
  assert.deepEqual(notices, [
    'Cannot set the label: the repository has no label `needs documentation`: create it.',
  ])
  assert.deepEqual([exitCode, outputs.result], [0, 'warn'])
  assert.ok(!services.github.requests.some((each) => each.startsWith('POST /repos')))
})

test('a permission that is missing is named, once for both', async () => {
  services.github.state.issue.labels = [label]
  const repo = { id: 186853002 }
  services.github.state.pull = createPull({ head: { ref: 'x', repo }, base: { ref: 'master', repo } })
  fail(['new-comment', 'labels'], denied)
  const { notices, exitCode, outputs, record } = await run(both)
  assert.deepEqual(notices, [`Cannot comment and set the label: ${permission}`])
  assert.deepEqual([exitCode, outputs.result], [0, 'warn'])
  assert.ok(record)
})

test('a fork is told where comments work', async () => {
  services.github.state.pull = createPull({ head: { ref: 'x', sha: 'a'.repeat(40), repo: { id: 99 } } })
  services.github.state.issue.labels = [label]
  fail(['new-comment', 'labels'], denied)
  const { notices } = await run(both)
  assert.deepEqual(notices, [
    `Cannot comment and set the label: ${permission} Under \`pull_request\` a run for a fork never has it: see “Comment on the pull request” in docs/recipes.md.`,
  ])
})

test('a locked conversation is called that', async () => {
  fail(['new-comment'], { status: 403, message: 'Unable to create comment because issue is locked.' })
  assert.deepEqual((await run({ comment: 'true' })).notices, [
    'Cannot comment: GitHub answered 403 (Unable to create comment because issue is locked.). The conversation is locked.',
  ])
})

test('without a token nothing is tried', async () => {
  const { notices } = await run({ ...both, 'github-token': '' })
  assert.deepEqual(notices, ['Comments and labels need a token: give the input `github-token`.'])
})

test('a comment that was posted although the server failed is not posted twice', async () => {
  fail(['new-comment'], { status: 502, isDone: true })
  const { notices } = await run({ comment: 'true' })
  assert.equal(bodies().length, 1)
  assert.deepEqual(notices, [])
})
