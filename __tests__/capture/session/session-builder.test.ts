import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Call, mostEvents, type SessionEvent } from '../../../src/capture/session/session.ts'
import { mostUnits, SessionBuilder } from '../../../src/capture/session/session-builder.ts'

const at = '2026-11-01T10:00:00.000Z'

function createBuilder(): SessionBuilder {
  return new SessionBuilder('1', { toolId: 'claude-code', toolName: 'Claude Code', path: '/s.jsonl' })
}

/** A session that takes no more whole events, because of how many or of how long they are. */
function createFull(by: 'events' | 'texts' = 'events'): SessionBuilder {
  const builder = createBuilder()
  if (by === 'events') for (let index = 0; index < mostEvents; index++) builder.interruption(at)
  else for (let units = 0; units <= mostUnits; units += 65_536) builder.prompt('x'.repeat(65_536), at)
  return builder
}

function callsOf(builder: SessionBuilder): Call[] {
  return builder.build().events.filter((event: SessionEvent) => event.kind === 'call')
}

test('a call has what its end says, and no output when it went well', () => {
  const builder = createBuilder()
  builder.begin('a', { action: 'shell', name: 'Bash', command: 'npm test', at })
  builder.begin('b', { action: 'shell', name: 'Bash', command: 'ls', at: '2026-11-01T11:00:01+01:00' })
  assert.equal(builder.end('a', { status: 'failed', exitCode: 1, output: 'no' })?.output, 'no')
  builder.end('b', { status: 'ok', output: 'file', commits: ['1a2b3c4'] })
  assert.equal(builder.end('a', { status: 'ok' }), null)
  const [a, b] = callsOf(builder)
  assert.deepEqual(a, {
    kind: 'call',
    action: 'shell',
    name: 'Bash',
    command: 'npm test',
    paths: [],
    status: 'failed',
    exitCode: 1,
    output: 'no',
    feedback: null,
    commits: [],
    at,
  })
  assert.equal(b?.output, null)
  assert.deepEqual(b?.commits, ['1a2b3c4'])
  assert.equal(b?.at, '2026-11-01T10:00:01.000Z')
})

test('every text is cut', () => {
  const builder = createBuilder()
  const long = 'x'.repeat(200_000)
  builder.prompt(long, at)
  builder.answer(long, at)
  builder.humanEdit({ path: 'a.ts', before: long, after: long, at })
  builder.humanEdit({ path: long, before: 'a', after: 'b', at })
  const paths = [long, ...Array.from({ length: 300 }, (_, index) => `${index}.ts`)]
  builder.begin('a', { action: 'edit', name: long, command: long, paths, at })
  builder.end('a', {
    status: 'rejected',
    output: long,
    feedback: long,
    commits: [long, ...Array<string>(300).fill('1a2b3c4')],
  })
  const [prompt, answer, edit, call, ...others] = builder.build().events
  assert.deepEqual(others, [])
  assert.ok(prompt?.kind === 'prompt' && prompt.text.length === 65_536)
  assert.ok(answer?.kind === 'answer' && answer.text.length === 2_000)
  assert.ok(edit?.kind === 'human_edit')
  assert.ok((edit.before?.length ?? 0) <= 4_000 && (edit.after?.length ?? 0) <= 4_000)
  assert.ok(call?.kind === 'call')
  for (const text of [call.name, call.command, call.output, call.feedback])
    assert.ok((text?.length ?? 0) <= 4_000)
  assert.equal(call.name.length, 200)
  assert.equal(call.paths.length, 200)
  assert.equal(call.paths[0], '0.ts')
  assert.equal(call.commits.length, 100)
})

for (const by of ['events', 'texts'] as const) {
  test(`a session full of ${by} keeps the files and commits of later calls, without texts`, () => {
    const builder = createFull(by)
    assert.equal(builder.build().isCut, false)
    const { length } = builder.build().events
    builder.prompt('more', at)
    builder.answer('more', at)
    builder.rewind(1, at)
    builder.interruption('2026-11-02T10:00:00Z')
    builder.humanEdit({ path: 'a.ts', before: 'a', after: 'b', at })
    builder.call({ action: 'shell', name: 'Bash', command: 'npm test', status: 'failed', output: 'no', at })
    assert.equal(builder.build().events.length, length)
    builder.begin('edit', { action: 'edit', name: 'Edit', paths: ['src/a.ts'], at })
    builder.end('edit', { status: 'failed', output: 'not found', feedback: 'no' })
    builder.begin('again', { action: 'edit', name: 'Edit', paths: ['src/a.ts'], at })
    assert.equal(builder.end('again', { status: 'ok' }), null)
    builder.begin('commit', { action: 'shell', name: 'Bash', command: 'git commit -m "Add a"', at })
    builder.end('commit', { status: 'ok', output: '[a 1a2b3c4] Add a', commits: ['1a2b3c4'] })
    const { events, isCut, endedAt } = builder.build()
    assert.equal(isCut, true)
    assert.equal(endedAt, '2026-11-02T10:00:00.000Z')
    assert.deepEqual(
      events
        .slice(length)
        .map((event) => (event.kind === 'call' ? { ...event, at: null, kind: null } : event)),
      [
        {
          kind: null,
          action: 'edit',
          name: 'Edit',
          command: null,
          paths: ['src/a.ts'],
          status: 'unknown',
          exitCode: null,
          output: null,
          feedback: null,
          commits: [],
          at: null,
        },
        {
          kind: null,
          action: 'shell',
          name: 'Bash',
          command: 'git commit -m "Add a"',
          paths: [],
          status: 'ok',
          exitCode: null,
          output: null,
          feedback: null,
          commits: ['1a2b3c4'],
          at: null,
        },
      ],
    )
  })
}

test('what later calls name is bounded too', () => {
  const builder = createFull()
  for (let index = 0; index < 20_000; index++) {
    const paths = Array.from({ length: 5 }, (_, file) => `${'d/'.repeat(500)}${index}-${file}.ts`)
    builder.begin(`${index}`, { action: 'edit', name: 'Edit', paths, at })
  }
  for (let index = 0; index < 20_000; index++) {
    const paths = Array.from({ length: 5 }, (_, file) => `${'e/'.repeat(500)}${index}-${file}.ts`)
    builder.end(`${index}`, { status: 'ok', paths, commits: Array<string>(100).fill('1a2b3c4') })
  }
  const units = callsOf(builder).reduce((sum, { paths }) => sum + paths.join('').length, 0)
  assert.ok(units < 4 * 1024 * 1024, `${units}`)
  assert.ok(builder.build().events.length <= mostEvents + 5_000)
})

test('ends that come when the session is full bring no texts', () => {
  const builder = createBuilder()
  for (let index = 0; index < 10_000; index++)
    builder.begin(`${index}`, { action: 'shell', name: 'Bash', at })
  const output = 'x'.repeat(4_000)
  for (let index = 0; index < 10_000; index++)
    builder.end(`${index}`, { status: 'failed', output, feedback: output })
  assert.ok(builder.units <= mostUnits + 10_000, `${builder.units}`)
  assert.equal(builder.build().isCut, true)
  assert.deepEqual(
    [callsOf(builder).at(0)?.status, callsOf(builder).at(-1)?.status, callsOf(builder).at(-1)?.output],
    ['failed', 'unknown', null],
  )
})

test('ids that no tool gives are not kept', () => {
  const builder = createBuilder()
  builder.begin('x'.repeat(1_000), { action: 'shell', name: 'Bash', at })
  assert.equal(builder.end('x'.repeat(1_000), { status: 'ok' }), null)
  assert.equal(callsOf(builder)[0]?.status, 'unknown')
})

test('facts are noted once each, at most 50', () => {
  const builder = createBuilder()
  builder.note({ version: 'v1.2.3', model: 'a', folder: '/w', branch: 'b', at: '2026-11-01T10:00:00+02:00' })
  for (let index = 0; index < 100; index++) builder.note({ model: `m${index}`, folder: '/w', at: 'no time' })
  const { version, models, folders, branches, startedAt, endedAt } = builder.build()
  assert.equal(version, '1.2.3')
  assert.equal(models.length, 50)
  assert.deepEqual([folders, branches], [['/w'], ['b']])
  assert.deepEqual([startedAt, endedAt], ['2026-11-01T08:00:00.000Z', '2026-11-01T08:00:00.000Z'])
})

test('unknown rows and broken places are counted', () => {
  const builder = createBuilder()
  builder.skip('new-row')
  builder.skip('new-row')
  builder.skip('a secret: with spaces')
  for (let index = 0; index < 300; index++) builder.skip(`type-${index}`)
  builder.problem('no JSON', 3)
  builder.problem('no JSON', 9)
  const { skipped, problems } = builder.build()
  assert.equal(skipped.get('new-row'), 2)
  assert.equal(skipped.get('other'), 203)
  assert.equal(skipped.size, 100)
  assert.deepEqual(problems, [{ reason: 'no JSON', line: 3, count: 2 }])
})
