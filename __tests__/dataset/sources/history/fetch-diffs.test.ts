import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPermissive } from '../../../../src/dataset/sources/history/permissive-licenses.ts'
import { createHistoryPull, type HistoryPull } from '../../../support/github-history.ts'
import type { Answer } from '../../../support/http.ts'
import { useHistory } from './use-history.ts'

const history = useHistory()

function serve(license: string | null, pulls: HistoryPull[], name = 'octo/app', id = 99) {
  history.server.repositories.set(name, { id, visibility: 'PUBLIC', license, pulls, branch: [] })
}

const diffsAsked = () =>
  history.server.questions.filter(({ kind }) => kind === 'diff').map(({ variables }) => variables.number)

test('fetches the diffs of what was merged, in order', async () => {
  serve('MIT', [createHistoryPull(1), createHistoryPull(2, { state: 'CLOSED' }), createHistoryPull(3)])
  serve('GPL-3.0', [createHistoryPull(4)], 'octo/copyleft', 98)
  serve(null, [createHistoryPull(5)], 'octo/none', 97)
  const { diffs, counts, problems } = await history.collect({
    withDiff: true,
    repositories: ['octo/app', 'octo/copyleft', 'octo/none'],
  })
  assert.deepEqual(await history.readLines(diffs), [
    {
      record_id: 'github.com/99/1',
      repository: 'octo/app',
      pr_number: 1,
      diff: 'diff --git a/src/app.ts b/src/app.ts\n+1\n',
    },
    {
      record_id: 'github.com/99/3',
      repository: 'octo/app',
      pr_number: 3,
      diff: 'diff --git a/src/app.ts b/src/app.ts\n+3\n',
    },
  ])
  assert.deepEqual([counts.diffs, counts.diffs_too_large, problems], [2, 0, []])
})

test('takes the diffs of those that the caller allows', async () => {
  serve(null, [createHistoryPull(1)])
  const { counts } = await history.collect({
    withDiff: true,
    allowsDiffs: ({ fullName, visibility, license }) =>
      fullName === 'octo/app' && visibility === 'public' && license === null,
  })
  assert.equal(counts.diffs, 1)
})

test('leaves out a diff that is too large, and names one that does not come', async () => {
  serve('Apache-2.0', [
    createHistoryPull(1, { diff: '+'.repeat(200 * 1024) }),
    createHistoryPull(2, { diff: `+${'+'.repeat(200 * 1024)}` }),
    createHistoryPull(3),
    createHistoryPull(4),
    createHistoryPull(5),
  ])
  history.server.fault = ({ kind, variables }) => {
    if (kind !== 'diff') return undefined
    if (variables.number === 3) return [406, { message: 'diff exceeded the maximum number of lines (20000)' }]
    return variables.number === 4 ? [404, { message: 'Not Found' }] : undefined
  }
  const { diffs, counts, problems } = await history.collect({ withDiff: true })
  assert.deepEqual(
    (await history.readLines(diffs)).map(({ pr_number }) => pr_number),
    [1, 5],
  )
  assert.deepEqual([counts.diffs, counts.diffs_too_large, counts.diffs_failed], [2, 2, 1])
  assert.deepEqual(problems, [
    {
      place: 'octo/app#4',
      reason: 'diff-failed',
      message:
        'The diff could not be read: GitHub answered 404 (Not Found). The record is kept without it; run again for it.',
    },
  ])
})

test('goes on where a run was stopped, and fetches none twice', async () => {
  serve(
    'MIT',
    Array.from({ length: 20 }, (_, index) => createHistoryPull(index + 1)),
  )
  const stop = new AbortController()
  history.server.fault = ({ kind, variables }) => {
    if (kind === 'diff' && variables.number === 11) stop.abort()
    return undefined
  }
  await assert.rejects(history.collect({ withDiff: true, signal: stop.signal }), { name: 'AbortError' })
  const before = new Set(diffsAsked())
  history.server.fault = () => undefined
  history.server.questions.length = 0
  const { counts } = await history.collect({ withDiff: true })
  assert.equal(counts.diffs, 20)
  assert.ok(diffsAsked().length < 20 && before.size >= 7, `${diffsAsked().length}, ${before.size}`)
})

test('knows permissive licences and no others', () => {
  assert.deepEqual(['mit', 'Apache-2.0', 'GPL-3.0', 'NOASSERTION', '', null].map(isPermissive), [
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('waits for a limit, and asks again for what was lost', async () => {
  serve('MIT', [createHistoryPull(1), createHistoryPull(2)])
  const faults: Record<number, Answer[]> = {
    1: [
      [
        403,
        { message: 'API rate limit exceeded' },
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      ],
      [502, ''],
      [502, ''],
      [502, ''],
    ],
  }
  history.server.fault = ({ kind, variables }) =>
    kind === 'diff' ? faults[Number(variables.number)]?.shift() : undefined
  const { counts, problems } = await history.collect({ withDiff: true })
  assert.deepEqual([counts.diffs, problems], [2, []])
  assert.ok(history.waits.includes(61_000), `${history.waits}`)
  assert.ok(
    history.said.includes('GitHub asks to wait: waiting until 2026-11-26T11:31:01Z'),
    `${history.said}`,
  )
})

const reset = String(Date.parse('2026-11-26T11:31:00Z') / 1000)
