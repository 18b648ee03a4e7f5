import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTally, precisionOf, recallOf } from '../../../eval/measures.ts'
import { createSessionsPart, listWrong } from '../../../eval/sessions/page.ts'
import { scoreSessions } from '../../../eval/sessions/score-sessions.ts'

const tally = createTally()
scoreSessions(
  tally,
  '#1',
  ['11111111-a', '22222222-b'],
  new Set(['11111111-a', '33333333-c']),
  (id) => `(${id})`,
)
scoreSessions(tally, '#2', ['11111111-a'], new Set(['11111111-a']))

test('what is found and did not make the branch is wrong, the other way round it is missed', () => {
  assert.deepEqual([tally.right, tally.extra, tally.missed], [2, 1, 1])
  assert.deepEqual([precisionOf(tally), recallOf(tally)], [2 / 3, 2 / 3])
  assert.equal(listWrong(tally), 'wrong, #1: 22222222 (22222222-b)\nmissed, #1: 33333333 (33333333-c)')
})

test('the page says what was measured', () => {
  const part = createSessionsPart({
    main: 'f446dcfc09fd',
    checkpoints: '394f81fab87f',
    cases: 2,
    sessions: 9,
    behind: 3,
    leftOut: 1,
    rules: { draft: tally, files: createTally(), branch: createTally() },
    missedIdle: 1,
  })
  assert.match(part, /on 2 branches .*`f446dcf`.*`394f81f`.* 9 sessions .*, 3 of which/)
  assert.match(part, /\| `ai-worklog draft` +\| 66\.7 % +\| 66\.7 % +\| 2 +\| 1 +\| 1 +\|/)
  assert.match(part, /Of the 1 that `draft` missed, 1 edited no file of the branch\.$/)
})
