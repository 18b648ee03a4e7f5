// The built action on inputs and events it cannot work with: one clear message each, and no stack.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { createEvent, readExample } from '../support/example-pull-request.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })

test('a wrong input fails and says what is allowed', async () => {
  const { exitCode, stdout, stderr, outputs, record } = await services.check({
    inputs: { 'retention-days': '5abc' },
  })
  assert.equal(exitCode, 1)
  assert.equal(
    stdout,
    '::error title=ai-worklog::`retention-days` must be a whole number from 1 to 400, got `5abc`\n',
  )
  assert.equal(stderr, '')
  assert.deepEqual(outputs, { result: 'error' })
  assert.equal(record, null)
  assert.deepEqual(services.github.requests, [])
})

test('all wrong inputs are reported together', async () => {
  const { exitCode, stdout } = await services.check({
    inputs: {
      mode: 'strict',
      policy: '../policy.yml',
      'pull-request': '#7',
      upload: 'yes',
      'artifact-name': 'a/b',
      'retention-days': '401',
      'on-upload-error': 'ignore',
    },
  })
  assert.equal(exitCode, 1)
  const rule =
    'at most 200 characters, not only dots, and without `"`, `:`, `<`, `>`, `|`, `*`, `?`, `/`, `\\` or control characters'
  assert.deepEqual(stdout.trimEnd().split('\n'), [
    '::error title=ai-worklog::`mode` must be `observe`, `warn` or `enforce`, got `strict`',
    '::error title=ai-worklog::`policy` must be a path such as `.github/ai-worklog.yml`, or `owner/repository:path`, got `../policy.yml`',
    '::error title=ai-worklog::`pull-request` must be the number of a pull request, got `#7`',
    '::error title=ai-worklog::`upload` must be `true` or `false`, got `yes`',
    `::error title=ai-worklog::\`artifact-name\` must be ${rule}, got \`a/b\``,
    '::error title=ai-worklog::`retention-days` must be a whole number from 1 to 400, got `401`',
    '::error title=ai-worklog::`on-upload-error` must be `warn` or `fail`, got `ignore`',
  ])
})

test('a wrong input fails on an event without a pull request too', async () => {
  const { exitCode } = await services.check({
    inputs: { mode: 'strict' },
    env: { GITHUB_EVENT_NAME: 'push' },
  })
  assert.equal(exitCode, 1)
})

test('an event without a pull request is skipped', async () => {
  const { exitCode, stdout, outputs } = await services.check({
    env: { GITHUB_EVENT_NAME: 'issues' },
    event: readExample('issues'),
  })
  assert.equal(exitCode, 0)
  assert.equal(
    stdout,
    '::notice title=ai-worklog::Nothing to check: the event `issues` is about no pull request that can be found. Run on `pull_request`, `pull_request_target`, `merge_group`, `push` or `workflow_run`, or give the input `pull-request` a number.\n',
  )
  assert.deepEqual(outputs, { result: 'skipped' })
})

test('the input `pull-request` works on any event', async () => {
  const { exitCode, outputs } = await services.check({
    inputs: { 'pull-request': '2' },
    env: { GITHUB_EVENT_NAME: 'workflow_dispatch' },
    event: null,
  })
  assert.equal(exitCode, 0)
  assert.equal(outputs.result, 'pass')
})

test('the input `pull-request` wins over the event', async () => {
  services.github.state.pull = { ...services.github.state.pull, number: 77 }
  const { outputs } = await services.check({ inputs: { 'pull-request': '77' } })
  assert.match(outputs['record-path'] ?? '', /ai-worklog-pr-77\.json$/)
})

const remedy = 'Run ai-worklog in a step of a workflow, or give the input `pull-request` a number.'
const unreadable: [string, unknown, string][] = [
  ['missing', null, 'there is no such file'],
  ['not JSON', '{"pull_request":', 'the file is not valid JSON'],
  ['empty', '', 'the file is not valid JSON'],
  ['a list', [], 'it has no `pull_request`'],
  ['without a pull request', { action: 'opened' }, 'it has no `pull_request`'],
  ['of a pull request that is null', { pull_request: null }, 'it has no `pull_request`'],
  ['without a number', createEvent({ number: '2' }), 'its `pull_request` has no `number`'],
]
for (const [name, event, reason] of unreadable) {
  test(`an event file that is ${name} has a clear message`, async () => {
    const { exitCode, stdout, stderr, outputs, folder } = await services.check({ event })
    assert.equal(exitCode, 1)
    assert.equal(
      stdout,
      `::error title=ai-worklog::Cannot read the event \`pull_request\` from \`${join(folder, 'event.json')}\`: ${reason}. ${remedy}\n`,
    )
    assert.equal(stderr, '')
    assert.deepEqual(outputs, { result: 'error' })
  })
}

test('a missing GITHUB_EVENT_PATH has a clear message', async () => {
  const { exitCode, stdout } = await services.check({ env: { GITHUB_EVENT_PATH: undefined } })
  assert.equal(exitCode, 1)
  assert.equal(
    stdout,
    `::error title=ai-worklog::Cannot read the event \`pull_request\`: \`GITHUB_EVENT_PATH\` is not set. ${remedy}\n`,
  )
})

test('a run outside GitHub Actions has a clear message', async () => {
  const { exitCode, stdout } = await services.check({ env: { GITHUB_REPOSITORY: undefined } })
  assert.equal(exitCode, 1)
  assert.deepEqual(findCommands(stdout), [
    '::error title=ai-worklog::`GITHUB_REPOSITORY` must be `owner/name`, got ``: run ai-worklog in a workflow of GitHub Actions, or use its command line.',
  ])
})
