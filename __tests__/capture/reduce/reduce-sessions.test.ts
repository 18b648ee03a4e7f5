import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reduceSessions } from '../../../src/capture/reduce/reduce-sessions.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { branchOf } from '../../support/branch-of-test.ts'
import {
  answer,
  buildSession,
  type EventOfTest,
  edited,
  interruption,
  prompt,
  ran,
  rewind,
  select,
} from '../../support/session-events.ts'

const branch = branchOf(['src/retry.ts', 'src/client.ts'])

function reduce(sessions: readonly Session[], full = false): Promise<Draft> {
  return reduceSessions(
    sessions.map((session) => select(session)),
    branch,
    async () => null,
    { full },
  )
}

const events: EventOfTest[] = [
  prompt('Add retries'),
  ran('npm test', { output: 'Error: no retries' }),
  edited('src/retry.ts'),
  { kind: 'human_edit', path: 'src/retry.ts', before: 'a', after: 'b' },
  edited('src/client.ts', { status: 'rejected', feedback: 'Not in the client' }),
  interruption,
  prompt('No, use the wrapper'),
  rewind(1),
  prompt('Use the wrapper'),
  edited('src/retry.ts'),
]
const later: EventOfTest[] = [
  ran('npm test'),
  prompt('Use jitter'),
  ran('npm run lint', { output: 'Error: style' }),
  edited('src/retry.ts'),
]

function keysOf(draft: Draft): string[] {
  return [draft.tools, draft.prompts, draft.failures, draft.corrections].flatMap((items) =>
    items.map(({ key }) => key),
  )
}

test('Keys are eight hexadecimal digits, one for each item, and stay when the session grows', async () => {
  for (const full of [false, true]) {
    const before = keysOf(await reduce([buildSession(events)], full))
    const after = keysOf(await reduce([buildSession([...events, ...later])], full))
    assert.ok(before.length >= 6 && before.every((key) => /^[0-9a-f]{8}$/.test(key)))
    assert.equal(new Set(after).size, after.length)
    assert.deepEqual(
      before.filter((key) => !after.includes(key)),
      [],
    )
  }
})

test('Other sessions have other keys, and the order in which sessions are given says nothing', async () => {
  const one = buildSession([...events, ...later])
  const other = buildSession([...events, ...later], { id: 'other', startedAt: '2026-09-02T10:00:00.000Z' })
  const keys = keysOf(await reduce([one]))
  assert.deepEqual(
    keysOf(await reduce([other])).filter((key) => keys.includes(key)),
    [],
  )
  assert.deepEqual(await reduce([one, other]), await reduce([other, one]))
})

test('No sessions make an empty draft', async () => {
  assert.deepEqual(await reduce([]), { tools: [], prompts: [], failures: [], corrections: [] })
})

test('Of two readings of a session the fuller one counts', async () => {
  const draft = await reduce([
    buildSession(events.slice(0, 3), { path: '.specstory/history/a.md', version: null }),
    buildSession(events),
  ])
  assert.equal(draft.prompts.length, 2)
  assert.deepEqual(
    draft.tools.map(({ version }) => version),
    ['2.1.40'],
  )
})

test('All but prompts and code stands on one line of at most 300 characters', async () => {
  const long = `first\nline\r\n\u001b[1m${'words and more words '.repeat(60)}`
  const draft = await reduce(
    [
      buildSession([
        prompt(long),
        ran(`npm test \\\n ${long}`, { output: `Error: ${long}` }),
        answer(`It fails because of a missing ${long}`),
        edited(`src/${'x'.repeat(500)}.ts`, { status: 'rejected', feedback: long }),
        edited('src/retry.ts'),
      ]),
    ],
    true,
  )
  const lines = draft.failures.flatMap(({ attempt, error, cause, resolution }) => [
    attempt,
    error,
    cause,
    resolution,
  ])
  assert.equal(draft.failures.length, 2)
  for (const line of lines)
    if (line !== null) assert.ok(line.length <= 310 && !/[\n\r\u001b]/.test(line), line)
})

test('Many events are reduced: 50 sessions, and one of 20,000 events', async () => {
  const day = (number: number) =>
    `2026-08-${String((number % 28) + 1).padStart(2, '0')}T${10 + Math.floor(number / 28)}:00:00.000Z`
  const sessions = Array.from({ length: 50 }, (_, number) =>
    buildSession([...events, ...later], { id: `session-${number}`, startedAt: day(number) }),
  )
  const round = (number: number): EventOfTest[] => [
    prompt(`Now case ${number}`),
    ran(`node case-${number}.js`, { output: `Error: case ${number}` }),
    ran('npm test', { output: `Error: test ${number % 7}` }),
    edited(`src/file-${number}.ts`),
    answer('Fixed.'),
    ran(`echo ${number}`),
    ran('npm test'),
    edited('src/retry.ts', { status: 'rejected' }),
    interruption,
    edited('src/retry.ts'),
  ]
  const huge = buildSession(Array.from({ length: 2000 }, (_, number) => round(number)).flat(), { id: 'huge' })
  const draft = await reduce([...sessions, huge])
  assert.equal(draft.failures.length, 12)
  assert.deepEqual(
    draft.failures.flatMap(({ attempt, times }) => (times === undefined ? [] : [[attempt, times]])),
    [
      ['npm test', 50],
      ['edit of src/client.ts', 50],
      ['No, use the wrapper', 50],
      ['npm run lint', 50],
      ['npm test', 2000],
    ],
  )
  assert.ok(draft.prompts.length > 2000)
})
