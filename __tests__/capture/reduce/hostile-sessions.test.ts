import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reduceSessions } from '../../../src/capture/reduce/reduce-sessions.ts'
import type { CallStatus } from '../../../src/capture/session/session.ts'
import { branchOf } from '../../support/branch-of-test.ts'
import {
  buildSession,
  called,
  type EventOfTest,
  edited,
  rewind,
  select,
} from '../../support/session-events.ts'

const texts = [
  '',
  ' ',
  '\u0000\u001b[31m\u001b]0;title',
  '…',
  '\n…\n',
  '/',
  '/x '.repeat(500),
  '"'.repeat(3000),
  '-----BEGIN PRIVATE KEY-----\n'.repeat(200),
  'because '.repeat(2000),
  'Error: '.repeat(2000),
  'a.b:'.repeat(4000),
  'yes '.repeat(30),
  '\ud800',
  '```\n'.repeat(900),
  '$(( `\\'.repeat(700),
  '../'.repeat(1300),
  'C:\\\\',
  '(?:'.repeat(100),
  // These once took minutes.
  `${' '.repeat(4000)}x`,
  `${'\r'.repeat(60_000)}x`,
]
const statuses: CallStatus[] = ['ok', 'failed', 'rejected', 'denied', 'interrupted', 'unknown']

/** Every text in every place, one event after the other, in an order that repeats itself late. */
const events: EventOfTest[] = texts.flatMap((text, index) =>
  statuses.flatMap((status, turn): EventOfTest[] => [
    { kind: 'prompt', text },
    called({
      action: 'shell',
      name: text,
      command: text,
      status,
      exitCode: turn,
      output: texts[(index + turn) % 19] ?? '',
    }),
    { kind: 'answer', text },
    edited(text, { status, output: text, feedback: text, commits: [text] }),
    { kind: 'human_edit', path: text, before: text, after: texts[(index + turn + 1) % 19] ?? '' },
    { kind: 'interruption' },
    rewind(turn === 0 ? null : turn - 1),
  ]),
)

for (const full of [false, true]) {
  test(`Nothing in a session stops it${full ? ', everything wanted' : ''}`, async () => {
    const branch = branchOf(['src/a.ts', ...texts])
    const odd = [
      buildSession(events, { folders: texts, models: texts, version: texts[2] ?? '', toolName: '' }),
      buildSession(events, { id: '', startedAt: null, toolId: 'no such tool' }),
      buildSession([], { id: 'empty', startedAt: null, models: [] }),
    ]
    const draft = await reduceSessions(
      odd.map((session) => select(session)),
      branch,
      async () => 'no patch\n--- \n+++ \n@@ -1 +1 @@\n-\n',
      { full },
    )
    for (const { text } of draft.prompts) assert.ok(!/[\u0000\u001b]/.test(text))
    for (const { attempt, error, cause, resolution } of draft.failures)
      for (const line of [attempt, error, cause, resolution])
        assert.ok(line === null || (line.length <= 310 && !/[\n\r\u0000\u001b]/.test(line)), line ?? '')
    for (const { what, path } of draft.corrections) assert.ok(!/[\n\r\u0000\u001b]/.test(`${what}${path}`))
  })
}
