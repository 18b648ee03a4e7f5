// The built action on a push: a record and an artifact for each pull request that it merged.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import type { JsonObject } from '../../src/core/json.ts'
import { formatMarker } from '../../src/github/feedback/comment-marker.ts'
import { createPull } from '../support/example-pull-request.ts'
import { documentedBody, undocumentedBody } from '../support/examples.ts'
import { addComment } from '../support/github-issues.ts'
import { type CheckRun, findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: true })

const shaOf = (index: number) => index.toString(16).padStart(40, 'a')

/** A push of `count` commits to the default branch. */
function createPush(count: number): JsonObject {
  const commits = Array.from({ length: count }, (_, index) => ({ id: shaOf(index) }))
  return {
    ref: 'refs/heads/master',
    after: shaOf(count - 1),
    repository: { id: 186853002, default_branch: 'master' },
    commits,
  }
}

const merged = (number: number, overrides: JsonObject = {}) => ({
  number,
  merged: true,
  baseRefName: 'master',
  baseRepository: { databaseId: 186853002 },
  ...overrides,
})

/** Each commit of the push belongs to the pull request of its index plus one. */
function merge(bodies: (string | null)[]): JsonObject {
  const { others, associated } = services.github.state
  for (const [index, body] of bodies.entries()) {
    const number = index + 1
    const times = { closed_at: '2019-05-16T10:00:00Z', merged_at: '2019-05-16T10:00:00Z' }
    others.set(number, createPull({ number, body, state: 'closed', merged: true, ...times }))
    associated.set(shaOf(index), [merged(number)])
  }
  return createPush(bodies.length)
}

const push = (event: unknown, run: CheckRun = {}) =>
  services.check({ ...run, env: { GITHUB_EVENT_NAME: 'push', ...run.env }, event })

/** Without those by which the artifact client masks its upload addresses. */
const findOurs = (stdout: string) => findCommands(stdout).filter((line) => !line.startsWith('::add-mask::'))

const lines = (output: string | undefined) => (output ?? '').split('\n')

test('each merged pull request has a record and an artifact, and the worst result wins', async () => {
  const event = merge([documentedBody, undocumentedBody, 'Fixes a typo.'])
  const { exitCode, stdout, outputs, summary } = await push(event, { inputs: { mode: 'enforce' } })
  assert.equal(exitCode, 0, stdout)
  assert.equal(outputs.result, 'fail')
  assert.equal(outputs['ai-use'], 'used')
  assert.equal(outputs.tools, 'claude-code,github-copilot')
  assert.equal(outputs.completeness, '0')
  const paths = lines(outputs['record-path'])
  assert.deepEqual(
    paths.map((path) => basename(path)),
    ['ai-worklog-pr-1.json', 'ai-worklog-pr-2.json', 'ai-worklog-pr-3.json'],
  )
  const records = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')))
  assert.deepEqual(
    records.map(({ source, outcome, policy }) => [source.pr_number, outcome.merged, policy.result]),
    [
      [1, true, 'pass'],
      [2, true, 'fail'],
      [3, true, 'pass'],
    ],
  )
  const { artifacts } = services.artifacts
  assert.deepEqual(artifacts.map(({ name }) => name).sort(), [
    'ai-worklog-pr-1',
    'ai-worklog-pr-2',
    'ai-worklog-pr-3',
  ])
  assert.deepEqual(lines(outputs['artifact-id']).map(Number).sort(), artifacts.map(({ id }) => id).sort())
  assert.equal(lines(outputs['artifact-url']).length, 3)
  assert.match(summary, /^## AI worklog of 3 pull requests\n/)
  assert.match(summary, /\n\| 2 +\| ⚠️ AI worklog: 4 things to look at +\| used +\|\n/)
  for (const number of [1, 2, 3])
    assert.match(summary, new RegExp(`\\n## Pull request ${number}: \\S+ AI worklog`))
  const commands = findOurs(stdout)
  assert.equal(commands.length, 4)
  for (const command of commands) assert.match(command, /^::notice title=ai-worklog #2: required-section::/)
})

test('the only pull request of a push has a name with its number too', async () => {
  const { outputs, summary, record } = await push(merge([documentedBody]))
  assert.equal(outputs.result, 'pass')
  assert.equal(JSON.parse(String(record)).source.pr_number, 1)
  assert.deepEqual(
    services.artifacts.artifacts.map(({ name }) => name),
    ['ai-worklog-pr-1'],
  )
  assert.match(summary, /^## ✅ AI worklog: documented\n/)
})

test('only pull requests that were merged into the pushed branch of this repository count', async () => {
  const event = merge(['One.', 'Two.'])
  services.github.state.associated.set(shaOf(0), [
    merged(50, { merged: false }),
    merged(51, { baseRefName: 'develop' }),
    merged(52, { baseRepository: { databaseId: 5 } }),
    merged(53, { baseRepository: null }),
    merged(54, { merged: 'true' }),
    merged(-1),
    merged(1e300),
    merged(2),
  ])
  const { outputs } = await push(event, { inputs: { upload: 'false' } })
  assert.deepEqual(
    lines(outputs['record-path']).map((path) => basename(path)),
    ['ai-worklog-pr-2.json'],
  )
  assert.equal(services.github.requests.filter((request) => /\/pulls\/\d+$/.test(request)).length, 1)
})

test('a pull request that cannot be read does not stop the others', async () => {
  const event = merge([documentedBody, null, documentedBody])
  services.github.state.others.set(2, null)
  const { exitCode, stdout, outputs, summary } = await push(event)
  assert.equal(exitCode, 1)
  assert.equal(outputs.result, 'error')
  assert.equal(outputs['ai-use'], 'used')
  assert.equal(lines(outputs['record-path']).length, 2)
  assert.equal(services.artifacts.artifacts.length, 2)
  assert.deepEqual(findOurs(stdout), [
    '::error title=ai-worklog #2::Cannot read pull request #2 of `Codertocat/Hello-World`: GitHub answered 404 (Not Found). Check the number, and give the job the permission `pull-requests: read`.',
  ])
  assert.match(summary, /\| 2 +\| ❌ Could not be checked: Cannot read pull request/)
  assert.equal(summary.match(/^## Pull request/gm)?.length, 2)
})

test('an artifact that cannot be uploaded does not stop the others, and its file is kept', async () => {
  const event = merge([documentedBody, documentedBody])
  services.artifacts.faults.set('CreateArtifact', { status: 403, message: 'no' })
  const { exitCode, stdout, outputs } = await push(event)
  assert.equal(exitCode, 0)
  assert.equal(lines(outputs['record-path']).length, 2)
  assert.equal(outputs['artifact-id'], undefined)
  const commands = findOurs(stdout)
  assert.equal(commands.length, 2)
  for (const [index, command] of commands.entries()) {
    assert.match(command, new RegExp(`^::warning title=ai-worklog #${index + 1}: upload::Cannot upload `))
  }
})

test('of many pull requests 20 are checked, with few annotations, and the others are named', async () => {
  const event = merge(Array.from({ length: 23 }, () => undocumentedBody))
  const { exitCode, stdout, outputs } = await push(event, { inputs: { upload: 'false' } })
  assert.equal(exitCode, 0)
  assert.equal(lines(outputs['record-path']).length, 20)
  const commands = findOurs(stdout)
  assert.equal(commands.length, 10)
  assert.equal(
    commands[0],
    '::notice title=ai-worklog::Only the first 20 pull requests are checked. Check the others by the input `pull-request`: #21, #22, #23.',
  )
  assert.match(commands[9] ?? '', /^::notice title=ai-worklog::72 more of this level: /)
})

test('a push of more commits than can be looked up says so', async () => {
  const event = merge(Array.from({ length: 102 }, (_, index) => (index > 100 ? 'x' : null)))
  for (let index = 0; index < 101; index += 1) services.github.state.associated.set(shaOf(index), [])
  const { stdout, outputs } = await push(event, { inputs: { upload: 'false' } })
  assert.match(outputs['record-path'] ?? '', /ai-worklog-pr-102\.json$/)
  assert.deepEqual(findOurs(stdout), [
    '::notice title=ai-worklog::Only the newest 100 commits of the push were looked up: pull requests of older ones may be missing. Check those by the input `pull-request`.',
  ])
})

test('a push that merged no pull request is skipped', async () => {
  services.github.state.associated.set(shaOf(0), [])
  const { exitCode, stdout, outputs } = await push(createPush(1))
  assert.equal(exitCode, 0)
  assert.equal(
    stdout,
    '::notice title=ai-worklog::Nothing to check: the push holds no pull request that was merged into `master`.\n',
  )
  assert.deepEqual(outputs, { result: 'skipped' })
})

test('a push whose commits are told in part says so', async () => {
  const event = merge(['One.', 'Two.'])
  services.github.state.associated.set(shaOf(0), null)
  const { stdout, outputs } = await push(event, { inputs: { upload: 'false' } })
  assert.match(outputs['record-path'] ?? '', /ai-worklog-pr-2\.json$/)
  assert.deepEqual(findOurs(stdout), [
    '::notice title=ai-worklog::GitHub did not tell the pull requests of 1 pushed commits: some may be missing. Check those by the input `pull-request`.',
  ])
})

const untold =
  'GitHub does not show those of the pushed commits. Give the job the permissions `contents: read` and `pull-requests: read`.'
const answers: [string, Parameters<typeof services.github.state.faults.set>[1] | null, string][] = [
  ['shows no list', null, untold],
  [
    'is forbidden',
    { status: 403, message: 'no' },
    'GitHub answered 403 (no). Give the job the permission `pull-requests: read`.',
  ],
  [
    'is not there',
    { status: 404, message: 'no' },
    'GitHub answered 404 (no). Give the job the permission `pull-requests: read`.',
  ],
  ['fails', { status: 500, message: 'no' }, 'GitHub answered 500 (no). Run the job again.'],
  [
    'is no answer of GraphQL',
    { raw: '[1]' },
    'GitHub cannot be reached (the answer is not one of GraphQL). Run the job again.',
  ],
  ['has no repository', { raw: '{"data":{"repository":null},"errors":[{}]}' }, untold],
  [
    'has rubbish for commits',
    { raw: '{"data":{"repository":{"c0":{"associatedPullRequests":[5]},"c1":7}}}' },
    untold,
  ],
]
for (const [name, fault, reason] of answers) {
  test(`a lookup of commits that ${name} has a clear message`, async () => {
    services.github.state.associated.set(shaOf(0), null)
    if (fault !== null) services.github.state.faults.set('graphql', fault)
    const { exitCode, stdout, stderr, outputs } = await push(createPush(1))
    assert.equal(exitCode, 1)
    assert.equal(stderr, '')
    assert.deepEqual(outputs, { result: 'error' })
    assert.equal(
      stdout,
      `::error title=ai-worklog::Cannot look for the pull requests of the push: ${reason}\n`,
    )
  })
}

test('a lookup of commits needs a token', async () => {
  const { exitCode, stdout } = await push(createPush(1), { inputs: { 'github-token': '' } })
  assert.equal(exitCode, 1)
  assert.equal(
    stdout,
    '::error title=ai-worklog::Cannot look for the pull requests of the push: give the input `github-token` a token.\n',
  )
})

test('in `observe` a push annotates nothing', async () => {
  const event = merge([undocumentedBody, undocumentedBody])
  services.github.state.faults.set('files', { status: 403, message: 'no' })
  const { exitCode, stdout, outputs } = await push(event, {
    inputs: { mode: 'observe', upload: 'false' },
  })
  assert.equal(exitCode, 0)
  assert.equal(outputs.result, 'warn')
  assert.deepEqual(findCommands(stdout), [])
  assert.match(stdout, /\nai-worklog #1: The record lacks changed files: [^\n]+\n/)
})

test('a comment of an earlier run is kept up to date, and none is added', async () => {
  const event = merge([documentedBody])
  const { issue } = services.github.state
  const inputs = { comment: 'true', upload: 'false' }
  await push(event, { inputs })
  assert.equal(issue.comments.length, 0)
  addComment(issue, `${formatMarker({ name: 'ai-worklog', at: 1 })}### AI worklog\n\nStale.\n`)
  const { stdout } = await push(event, { inputs })
  const bodies = issue.comments.map((comment) => String(comment.body))
  assert.equal(bodies.length, 1)
  assert.match(bodies[0] ?? '', /Nothing is left to do here/)
  assert.deepEqual(findCommands(stdout), [])
})

test('a long name of the artifact keeps the number', async () => {
  const { outputs } = await push(merge([documentedBody]), { inputs: { 'artifact-name': 'x'.repeat(200) } })
  assert.ok(outputs['artifact-id'])
  assert.deepEqual(
    services.artifacts.artifacts.map(({ name }) => name),
    [`${'x'.repeat(194)}…-pr-1`],
  )
})

test('SIGTERM in the middle leaves the records that were made whole', async () => {
  const event = merge(Array.from({ length: 20 }, () => documentedBody))
  services.github.state.faults.set('files', { delay: 300 })
  const { exitCode, outputs, folder } = await push(event, { signal: { name: 'SIGTERM', after: 2000 } })
  assert.equal(exitCode, 143)
  assert.deepEqual(outputs, { result: 'error' })
  const records = readdirSync(join(folder, 'ai-worklog'))
  assert.ok(records.length > 0 && records.length < 20, `${records.length} records`)
  for (const name of records) {
    const path = join(folder, 'ai-worklog', name, `${name}.json`)
    // The folder is made just before its file.
    if (existsSync(path)) assert.equal(JSON.parse(readFileSync(path, 'utf8')).schema_version, '1.0')
  }
  assert.ok(existsSync(join(folder, 'ai-worklog', 'ai-worklog-pr-1', 'ai-worklog-pr-1.json')))
})
