import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readByRegex } from '../../eval/regex-gate.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'

const read = (body: string) => readByRegex(createPullRequest({ body }))

test('the gate reads keywords', () => {
  const { uses_ai, tools } = read('Written with Claude Code (Opus 4.5).')
  assert.equal(uses_ai, true)
  assert.deepEqual(tools, [{ tool_id: 'claude-code', name: 'Claude Code', model: 'Opus 4.5' }])
})

test('the gate reads a denial and silence', () => {
  assert.equal(read('No AI was used.').uses_ai, false)
  assert.equal(read('Fixes the build.').uses_ai, null)
})

test('the gate reads sections by their headings', () => {
  const { prompts, failures } = read('## Prompts\n\nAdd a cache\n\n## Failed attempts\n\nA map\n')
  assert.deepEqual([prompts, failures], [['Add a cache'], ['A map']])
})
