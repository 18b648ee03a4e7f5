import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readNotes } from '../../../src/capture/evidence/git-ai-notes.ts'
import { type EvidenceRepository, makeRepository } from '../../support/evidence-repository.ts'
import { tell } from '../../support/read-session-file.ts'

function note(repository: EvidenceRepository, sha: string, metadata: unknown, text?: string): void {
  const body = text ?? `src/a.ts\n  s_0123456789abcd::t_0123456789abcd 1-4\n---\n${JSON.stringify(metadata)}`
  repository.run('notes', '--ref=ai', 'add', '-f', '-m', body, sha)
}

const human = 'Ada <ada@example.com>'
const session = (tool: string, id: string, model: string) => ({
  agent_id: { tool, id, model },
  human_author: human,
})

test('gives a session for each that notes name, with all its commits', async (t) => {
  const repository = makeRepository(t)
  const first = repository.commit('One')
  const second = repository.commit('Two')
  repository.commit('Three')
  const claude = { s_1: session('claude', 'c-1', 'claude-opus-4-6') }
  note(repository, first, { schema_version: 'authorship/3.0.0', base_commit_sha: '', sessions: claude })
  note(repository, second, {
    schema_version: 'authorship/3.0.0',
    sessions: { ...claude, s_2: session('unheard-of', 'u-1', 'unknown') },
    prompts: {
      '0123456789abcdef': {
        ...session('cursor', 'k-1', 'gpt-5'),
        messages: [
          { type: 'user', text: 'Add it', timestamp: '2026-05-01T09:00:00Z' },
          { type: 'assistant', text: 'Added.' },
          { type: 'user', text: 'Test it with AKIAIOSFODNN7EXAMPLE' },
        ],
      },
    },
  })
  const selected = await readNotes(repository.branch(), repository.git)
  assert.deepEqual(
    selected.map(({ session, why }) => [tell(session), why.commits]),
    [
      [
        {
          id: 'c-1',
          toolId: 'claude-code',
          toolName: 'Claude Code',
          models: ['claude-opus-4-6'],
          startedAt: '2026-05-01T10:00:00.000Z',
          endedAt: '2026-05-01T10:00:00.000Z',
        },
        [first, second],
      ],
      [
        {
          id: 'u-1',
          toolName: 'unheard-of',
          startedAt: '2026-05-01T10:00:00.000Z',
          endedAt: '2026-05-01T10:00:00.000Z',
        },
        [second],
      ],
      [
        {
          id: 'k-1',
          toolId: 'cursor',
          toolName: 'Cursor',
          models: ['gpt-5'],
          startedAt: '2026-05-01T09:00:00.000Z',
          endedAt: '2026-05-01T10:00:00.000Z',
          events: [
            { kind: 'prompt', text: 'Add it', at: '2026-05-01T09:00:00.000Z' },
            { kind: 'prompt', text: 'Test it with AKIAIOSFODNN7EXAMPLE' },
          ],
        },
        [second],
      ],
    ],
  )
  assert.equal(JSON.stringify(selected).includes('ada@example.com'), false)
})

test('leaves out what is no note of git-ai', async (t) => {
  const repository = makeRepository(t)
  const sha = repository.commit('One')
  assert.deepEqual(await readNotes(repository.branch(), repository.git), [])
  for (const text of [
    'just a note',
    '---\n{',
    '---\n{"schema_version":"other/1","sessions":{}}',
    '---\n{"schema_version":"authorship/3.0.0","sessions":{"a":{"agent_id":7},"b":null}}',
  ]) {
    note(repository, sha, null, text)
    assert.deepEqual(await readNotes(repository.branch(), repository.git), [], text)
  }
})
