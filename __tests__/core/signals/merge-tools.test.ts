import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeTools, type ToolRow } from '../../../src/core/signals/merge-tools.ts'
import { findTool } from '../../../src/core/vocabulary/tools-index.ts'

let seen = 0
function row(tool_id: string | null, more: Partial<ToolRow> = {}): ToolRow {
  const tool = tool_id === null ? null : findTool(tool_id)
  return {
    tool_id,
    name: tool?.name ?? 'FooAI',
    vendor: tool?.vendor ?? null,
    version: null,
    model: more.model_id ?? null,
    model_id: null,
    used_for: null,
    places: [{ source: 'commit', commit_sha: `${seen++}`, start: null, end: null }],
    basis: 'signal',
    ...more,
  }
}
const declared = (tool_id: string | null, more: Partial<ToolRow> = {}) =>
  row(tool_id, { basis: 'declared', ...more })
const print = (rows: readonly ToolRow[]) =>
  rows.map(({ tool_id, name, version, model, basis, places }) =>
    [tool_id ?? name, version ?? '-', model ?? '-', basis, places.length].join(' '),
  )

test('a trailer completes the tool that the body declares', () => {
  const rows = mergeTools([declared('claude-code')], [row('claude-code', { model_id: 'claude-opus-4-6' })])
  assert.deepEqual(print(rows), ['claude-code - claude-opus-4-6 declared 2'])
})

test('other models and versions of a tool stay rows of their own', () => {
  const rows = mergeTools(
    [declared('claude-code', { model_id: 'claude-opus-4-6', version: '2.1' })],
    [
      row('claude-code', { model_id: 'claude-sonnet-4-5' }),
      row('claude-code', { version: '2.2' }),
      row('claude-code'),
    ],
  )
  assert.deepEqual(print(rows), [
    'claude-code 2.1 claude-opus-4-6 declared 2',
    'claude-code 2.2 claude-sonnet-4-5 signal 2',
  ])
})

test('a family folds into the product of its vendor', () => {
  const rows = mergeTools([declared('claude', { used_for: 'tests' })], [row('claude-code')])
  assert.deepEqual(print(rows), ['claude-code - - declared 2'])
  assert.equal(rows[0]?.used_for, 'tests')
  assert.deepEqual(print(mergeTools([declared('claude-code')], [row('claude')])), [
    'claude-code - - declared 2',
  ])
})

test('a family whose model another tool names is that tool', () => {
  const model_id = 'claude-opus-4-6'
  const rows = mergeTools([declared('cursor', { model_id })], [declared('claude', { model_id })])
  assert.deepEqual(print(rows), ['cursor - claude-opus-4-6 declared 2'])
})

test('different tools stay apart', () => {
  const model_id = 'claude-opus-4-6'
  const rows = mergeTools(
    [declared('cursor', { model_id }), declared(null)],
    [row('claude-code', { model_id }), row(null, { name: 'BarAI' }), row('openai-codex'), row('chatgpt')],
  )
  assert.equal(rows.length, 6)
})

test('a tier is completed by its version', () => {
  const rows = mergeTools(
    [declared('claude-code', { model: 'Opus', model_id: 'claude-opus' })],
    [row('claude-code', { model: 'Claude Opus 4.6', model_id: 'claude-opus-4-6' })],
  )
  assert.deepEqual(print(rows), ['claude-code - Claude Opus 4.6 declared 2'])
})

test('rows are not changed in place', () => {
  const first = declared('claude-code')
  mergeTools([first], [row('claude-code', { version: '2' })])
  assert.equal(first.version, null)
  assert.equal(first.places.length, 1)
})
