import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readToolList } from '../../../../src/core/extract/shapes/tool-mention-list.ts'

const read = (text: string) =>
  readToolList(text).map(({ tool_id, name, version, model, used_for }) =>
    [tool_id, name, version, model, used_for].map((part) => part ?? '-').join('|'),
  )

test('an unknown tool is kept as written', () => {
  assert.deepEqual(read('FooAI 3.2 (foo-large): docs'), ['-|FooAI|3.2|foo-large|docs'])
  assert.deepEqual(read('FooAI'), ['-|FooAI|-|-|-'])
  assert.deepEqual(read('FooAI:gpt-5'), ['-|FooAI|-|gpt-5|-'])
  assert.deepEqual(read('FooAI with Claude Opus 4.6'), ['-|FooAI|-|Claude Opus 4.6|-'])
  assert.deepEqual(read('MyCorp Code Assistant v1.2 — tests'), ['-|MyCorp Code Assistant|1.2|-|tests'])
})

test('known and unknown tools stand side by side', () => {
  assert.deepEqual(read('FooAI, BarBot and Cursor'), [
    '-|FooAI|-|-|-',
    '-|BarBot|-|-|-',
    'cursor|Cursor|-|-|-',
  ])
  assert.deepEqual(read('FooAI 3: docs\nClaude Code 2.1: tests'), [
    '-|FooAI|3|-|docs',
    'claude-code|Claude Code|2.1|-|tests',
  ])
})

test('offsets are those of the whole text', () => {
  const text = 'FooAI 3: docs\nClaude Code 2.1: tests'
  assert.deepEqual(
    readToolList(text).map(({ start, end }) => text.slice(start, end)),
    ['FooAI 3', 'Claude Code 2.1'],
  )
})

for (const text of [
  '',
  'None',
  'N/A',
  'yes',
  'No AI tools were used',
  'I wrote everything myself',
  'This change was generated',
  'Some of the tests',
  'Used for docs',
  'generic LLM chatbot',
  'Our in-house assistant',
  'Fixed the bug (see above)',
  'Tests: passed',
  'Drafted',
  'Planning: done',
]) {
  test(`${JSON.stringify(text)} names no tool`, () => assert.deepEqual(read(text), []))
}

test('words before a known model are no tool', () => {
  assert.deepEqual(read('Drafted with Claude Opus 4.6'), ['claude|Claude|-|Claude Opus 4.6|-'])
  assert.deepEqual(read('Tests (Claude Opus 4.6)'), ['claude|Claude|-|Claude Opus 4.6|-'])
})

test('hostile texts stay linear', () => {
  assert.deepEqual(read('A '.repeat(32_768)), [])
  assert.equal(read('FooAI\n'.repeat(5000)).length, 5000)
  assert.ok(read(`FooAI ${'('.repeat(65_536)}`).length <= 1)
})
