// What each event is about, from GitHub's own example payloads and from hostile ones, without a network.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { isJsonObject, type JsonObject, readObject, readString } from '../../src/core/json.ts'
import { readContext } from '../../src/github/event/read-context.ts'
import { type EventReading, readEvent } from '../../src/github/event/read-event.ts'
import { UsageError } from '../../src/report/usage-error.ts'
import { readExample, readExamples } from '../support/example-pull-request.ts'

async function read(eventName: string, event: unknown, wanted: number | null = null): Promise<EventReading> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-event-'))
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event))
  try {
    const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_NAME: eventName, GITHUB_EVENT_PATH: path }
    return await readEvent(readContext(env), wanted)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const only = (number: number, areMany = false) => ({
  targets: [{ number, payload: null }],
  areMany,
  notices: [],
})

test('every example of `pull_request`, whatever its type, carries its pull request', async () => {
  const events = readExamples('pull_request')
  const actions = new Set(events.map((event) => readString(event, 'action')))
  for (const action of ['opened', 'closed', 'labeled', 'unlabeled', 'synchronize', 'ready_for_review']) {
    assert.ok(actions.has(action), action)
  }
  for (const name of ['pull_request', 'pull_request_target']) {
    for (const event of events) {
      const payload = readObject(event, 'pull_request')
      assert.ok(payload !== null)
      assert.deepEqual(await read(name, event), {
        targets: [{ number: payload.number, payload }],
        areMany: false,
        notices: [],
      })
    }
  }
})

test('the input wins over every event', async () => {
  for (const name of ['push', 'merge_group', 'workflow_run', 'workflow_dispatch', 'issues', 'pull_request']) {
    assert.deepEqual(await read(name, {}, 7), only(7))
  }
})

test('the examples of `merge_group` name their pull request', async () => {
  const events = readExamples('merge_group')
  assert.ok(events.length > 0)
  for (const event of events) assert.deepEqual(await read('merge_group', event), only(104))
})

const sha = '929f8209d40f77f4abc622a499c93a83babdbe64'
const queue = (ref: unknown) => ({ merge_group: { head_ref: ref } })

test('the base of a merge queue may hold slashes and look like an entry', async () => {
  for (const base of ['main', 'release/1.x', `pr-5-${sha}`, `a/pr-5-${sha}/b`, 'x;$(y)']) {
    const ref = `refs/heads/gh-readonly-queue/${base}/pr-104-${sha}`
    assert.deepEqual(await read('merge_group', queue(ref)), only(104))
  }
  const long = queue(`refs/heads/gh-readonly-queue/main/pr-7-${'a'.repeat(64)}`)
  assert.deepEqual(await read('merge_group', long), only(7))
})

test('a merge queue ref that names no pull request is skipped', async () => {
  const names = [
    `pr-99999999999999999999-${sha}`,
    `pr--5-${sha}`,
    `pr-0-${sha}`,
    `pr-05-${sha}`,
    `pr-1e3-${sha}`,
    `pr-5-${sha}/x`,
    'pr-5-',
    `pr-5-${sha.slice(1)}`,
    `pr-5-${sha}\n`,
    '',
  ]
  for (const name of names) {
    const ref = `refs/heads/gh-readonly-queue/main/${name}`
    assert.deepEqual(await read('merge_group', queue(ref)), {
      skipped: `Nothing to check: the merge queue's ref \`${ref}\` names no pull request.`,
    })
  }
  for (const ref of [`refs/heads/pr-5-${sha}`, `refs/heads/x/main/pr-5-${sha}`, 'x'.repeat(1_000_000)]) {
    const reading = await read('merge_group', queue(ref))
    assert.ok('skipped' in reading)
    assert.ok(reading.skipped.length < 400)
  }
})

test('the examples of `push` to the default branch ask for the pull requests of their commits', async () => {
  const events = readExamples('push')
  const pushes = events.filter((event) => event.ref === 'refs/heads/master')
  assert.ok(pushes.length > 0)
  for (const event of pushes) {
    assert.deepEqual(await read('push', event), {
      lookup: {
        by: 'commits',
        repositoryId: 186853002,
        branch: 'master',
        shas: ['6113728f27ae82c7b1a177c8d03f9e96e0adf246'],
        isCut: false,
      },
    })
  }
  for (const event of events.filter((each) => !pushes.includes(each))) {
    assert.deepEqual(await read('push', event), {
      skipped:
        'Nothing to check: the push is to `refs/tags/simple-tag`. Pull requests are looked for on a push to the default branch, `master`.',
    })
  }
})

const push = (overrides: JsonObject) => ({
  ref: 'refs/heads/main',
  after: 'f'.repeat(40),
  repository: { id: 1, default_branch: 'main' },
  ...overrides,
})

test('a push asks for at most 100 commits, the newest first, and for nothing that is no SHA', async () => {
  const commits = Array.from({ length: 3000 }, (_, index) => ({ id: index.toString(16).padStart(40, '0') }))
  const reading = await read('push', push({ commits }))
  assert.ok('lookup' in reading && reading.lookup.by === 'commits')
  const { shas, isCut } = reading.lookup
  assert.equal(shas.length, 100)
  assert.equal(isCut, true)
  assert.deepEqual(shas.slice(0, 2), ['f'.repeat(40), (2999).toString(16).padStart(40, '0')])
  const hostile = [
    null,
    5,
    {},
    { id: 5 },
    { id: '") { evil }' },
    { id: `${'a'.repeat(40)}"` },
    { id: 'A'.repeat(40) },
  ]
  const other = await read('push', push({ commits: hostile }))
  assert.ok('lookup' in other && other.lookup.by === 'commits')
  assert.deepEqual(other.lookup.shas, ['f'.repeat(40)])
})

test('a push without commits is skipped', async () => {
  for (const overrides of [{ after: '0'.repeat(40) }, { after: null, commits: 'x' }]) {
    assert.deepEqual(await read('push', push(overrides)), {
      skipped: 'Nothing to check: the push has no commits.',
    })
  }
})

test('the examples of `workflow_run` ask for the head where they list no pull request of their own repository', async () => {
  const events = readExamples('workflow_run')
  assert.ok(events.length > 0)
  for (const event of events) {
    const run = readObject(event, 'workflow_run')
    const head = readObject(run, 'head_repository')
    assert.deepEqual(await read('workflow_run', event), {
      lookup: {
        by: 'head',
        owner: readString(readObject(head, 'owner'), 'login'),
        branch: readString(run, 'head_branch'),
        repositoryId: head?.id,
        sha: readString(run, 'head_sha'),
      },
    })
  }
})

/** The second example of `workflow_run` lists a pull request: number 2 of the repository 186853002. */
function createWorkflowRun(overrides: JsonObject): JsonObject {
  const event = readExamples('workflow_run')[1]
  const run = readObject(event ?? null, 'workflow_run')
  assert.ok(event !== undefined && isJsonObject(run))
  return { ...event, repository: { id: 186853002 }, workflow_run: { ...run, ...overrides } }
}

test('a `workflow_run` of a branch of this repository lists its pull requests', async () => {
  const listed = (numbers: unknown[], base: unknown = 186853002) =>
    createWorkflowRun({
      pull_requests: numbers.map((number) => ({ number, base: { repo: { id: base } } })),
    })
  assert.deepEqual(await read('workflow_run', listed([2])), only(2))
  assert.deepEqual(await read('workflow_run', listed([9, 2, 9])), {
    targets: [
      { number: 2, payload: null },
      { number: 9, payload: null },
    ],
    areMany: true,
    notices: [],
  })
  const foreign = await read('workflow_run', listed([2], 5))
  assert.ok('lookup' in foreign && foreign.lookup.by === 'head')
  for (const number of [-1, 0, 1.5, '2', null, 1e300]) {
    assert.ok('lookup' in (await read('workflow_run', listed([number]))), String(number))
  }
})

test('of very many pull requests the first 20 are checked, and the others named', async () => {
  const numbers = Array.from({ length: 10_000 }, (_, index) => index + 1)
  const pulls = numbers.map((number) => ({ number, base: { repo: { id: 186853002 } } }))
  const reading = await read('workflow_run', createWorkflowRun({ pull_requests: pulls }))
  assert.ok('targets' in reading)
  assert.deepEqual(
    reading.targets.map(({ number }) => number),
    numbers.slice(0, 20),
  )
  const named = numbers.slice(20, 50).map((number) => `#${number}`)
  assert.deepEqual(reading.notices, [
    `Only the first 20 pull requests are checked. Check the others by the input \`pull-request\`: ${named.join(', ')} and 9950 more.`,
  ])
})

test('a `workflow_run` without a head is skipped', async () => {
  for (const overrides of [{ head_repository: null }, { head_branch: null }, { head_sha: '' }]) {
    const event = createWorkflowRun({ pull_requests: [], ...overrides })
    assert.deepEqual(await read('workflow_run', event), {
      skipped: 'Nothing to check: the workflow ran for no branch, or for one of a fork that is gone.',
    })
  }
})

test('any other event is skipped, and the message names those that work', async () => {
  assert.deepEqual(await read('issues', readExample('issues')), {
    skipped:
      'Nothing to check: the event `issues` is about no pull request that can be found. Run on `pull_request`, `pull_request_target`, `merge_group`, `push` or `workflow_run`, or give the input `pull-request` a number.',
  })
  assert.deepEqual(await read('workflow_dispatch', readExample('workflow_dispatch')), {
    skipped:
      'Nothing to check: a run that is started by hand is about no pull request. Give the input `pull-request` a number.',
  })
})

const unreadable: [string, unknown, string][] = [
  ['merge_group', {}, 'its `merge_group` has no `head_ref`'],
  ['merge_group', queue(5), 'its `merge_group` has no `head_ref`'],
  ['push', {}, 'it has no `ref`'],
  ['push', { ref: 'refs/heads/main' }, 'its `repository` has no `id` or no `default_branch`'],
  [
    'push',
    push({ repository: { id: '1', default_branch: 'main' } }),
    'its `repository` has no `id` or no `default_branch`',
  ],
  ['workflow_run', [], 'it has no `workflow_run`'],
]
for (const [name, event, reason] of unreadable) {
  test(`\`${name}\` as ${JSON.stringify(event)} has a clear message`, async () => {
    await assert.rejects(read(name, event), (error) => {
      assert.ok(error instanceof Error)
      assert.match(error.message, /^Cannot read the event `\w+` from `[^`]+`: /)
      assert.ok(error.message.includes(`: ${reason}. Run ai-worklog in a step of a workflow, or give`))
      return true
    })
  })
}

const names = [
  'pull_request',
  'pull_request_target',
  'merge_group',
  'push',
  'workflow_run',
  'workflow_dispatch',
]

/** JSON of the shape of an event, with anything in any place. */
const hostileEvent = fc.letrec((tie) => ({
  any: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer({ min: -2, max: 9 }),
    fc.constantFrom(
      null,
      true,
      sha,
      'refs/heads/main',
      'main',
      `refs/heads/gh-readonly-queue/main/pr-7-${sha}`,
    ),
    fc.array(tie('object'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(
    fc.constantFrom(
      ...['pull_request', 'number', 'merge_group', 'head_ref', 'ref', 'after', 'commits', 'id', 'repository'],
      ...[
        'default_branch',
        'workflow_run',
        'pull_requests',
        'base',
        'repo',
        'head_repository',
        'owner',
        'login',
      ],
      ...['head_branch', 'head_sha', '__proto__', 'constructor'],
    ),
    tie('any'),
    { maxKeys: 8 },
  ),
}))

test('whatever an event holds, it is targets, a question, a reason, or a clear message', async () => {
  const property = fc.asyncProperty(fc.constantFrom(...names), hostileEvent.any, async (name, event) => {
    const reading = await read(name, event).catch((error: unknown) => {
      assert.ok(error instanceof UsageError, String(error))
      return null
    })
    if (reading === null) return
    if ('targets' in reading) {
      assert.ok(reading.targets.length > 0 && reading.targets.length <= 20)
      for (const { number } of reading.targets) assert.ok(Number.isSafeInteger(number) && number >= 0)
    } else if ('lookup' in reading) {
      const shas = reading.lookup.by === 'commits' ? reading.lookup.shas : []
      for (const each of shas) assert.match(each, /^[0-9a-f]{40,64}$/)
    } else {
      assert.match(reading.skipped, /^Nothing to check: /)
      assert.ok(reading.skipped.length < 600)
    }
  })
  await fc.assert(property, { numRuns: 500 })
})
