import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { readGitNote } from '../../../src/core/signals/git-notes.ts'

const sha = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'

function noteOf(metadata: object): string {
  const json = JSON.stringify(
    { schema_version: 'authorship/3.0.0', base_commit_sha: sha, ...metadata },
    null,
    2,
  )
  return `src/main.ts\n  s_0123456789abcd::t_0123456789abcd 1-4,9\n---\n${json}\n`
}

const claude = { agent_id: { tool: 'claude', id: '1', model: 'claude-opus-4-6' } }

test('the agents of a note are read once each, with their models', () => {
  const note = noteOf({
    sessions: { s_1: claude, s_2: claude, s_3: { agent_id: { tool: 'cursor', id: '2' } } },
    prompts: { old: { agent_id: { tool: 'in-house', id: '3', model: 'own-1' } } },
  })
  const agents = readGitNote(note)
  assert.deepEqual(
    agents.map(({ value, mention }) => [value, mention?.tool_id ?? null, mention?.model_id ?? null]),
    [
      ['claude/claude-opus-4-6', 'claude-code', 'claude-opus-4-6'],
      ['cursor', 'cursor', null],
      ['in-house/own-1', null, null],
    ],
  )
  assert.equal(note.slice(agents[0]?.start, agents[0]?.end), '"claude"')
})

for (const [name, note] of [
  ['empty', ''],
  ['of another kind', 'Reviewed by Ann\n---\nnot JSON'],
  ['of another schema', '---\n{"schema_version":"other/1","sessions":{"s":{"agent_id":{"tool":"claude"}}}}'],
  ['cut off', noteOf({ sessions: { s: claude } }).slice(0, -9)],
  ['of humans only', noteOf({ sessions: {}, humans: { h_1: { author: 'Ann' } } })],
  [
    'of wrong types',
    noteOf({ sessions: { a: null, b: 1, c: { agent_id: [] }, d: { agent_id: { tool: 1 } } } }),
  ],
  ['huge', `${'a\n'.repeat(600_000)}${noteOf({ sessions: { s: claude } })}`],
] as const) {
  test(`a note that is ${name} gives nothing`, () => assert.deepEqual(readGitNote(note), []))
}

test('a note makes its commit and the record AI work', () => {
  const commit = { sha, message: 'Fix it', author: null, committer: null }
  const read = (note: string) =>
    extractRecord(createPullRequest({ commits: [{ ...commit, note }] }), {
      generatedAt: '2026-01-01T00:00:00.000Z',
      version: '0.0.0-test',
    })
  const record = read(noteOf({ sessions: { s: claude } }))
  assert.equal(record.ai_use, 'used')
  assert.deepEqual(record.commits, [{ sha, ai: true, tool_id: 'claude-code' }])
  assert.deepEqual(
    record.signals.map(({ kind, tool_id, place }) => [kind, tool_id, place.source, place.commit_sha]),
    [['note', 'claude-code', 'note', sha]],
  )
  assert.equal(record.tools[0]?.basis, 'signal')
  assert.equal(read(noteOf({})).ai_use, 'unknown')
})
