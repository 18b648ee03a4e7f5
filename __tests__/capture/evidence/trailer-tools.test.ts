import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTrailerTools } from '../../../src/capture/evidence/trailer-tools.ts'
import { makeRepository } from '../../support/evidence-repository.ts'
import { tell } from '../../support/read-session-file.ts'

test('gives a tool with version and model for each that trailers name', (t) => {
  const repository = makeRepository(t)
  const first = repository.commit('Add sum\n\nCo-authored-by: aider (gpt-5) <aider@aider.chat>')
  const second = repository.commit(
    'Fix sum\n\nCo-authored-by: aider (gpt-5) <aider@aider.chat>\nAssisted-by: Claude Code 2.1.3',
  )
  repository.commit('By hand\n\nAssisted-by: none\nCo-authored-by: Grace <grace@example.com>')
  const third = repository.commit('More\n\nCodex-Session: 0199d491')
  const selected = readTrailerTools(repository.branch())
  assert.deepEqual(
    selected.map(({ session }) => tell(session)),
    [
      {
        id: 'trailer aider//gpt-5',
        toolId: 'aider',
        toolName: 'aider',
        models: ['gpt-5'],
        startedAt: '2026-05-01T10:00:00.000Z',
        endedAt: '2026-05-01T10:00:00.000Z',
      },
      {
        id: 'trailer claude-code/2.1.3/',
        toolId: 'claude-code',
        toolName: 'Claude Code',
        version: '2.1.3',
        startedAt: '2026-05-01T10:00:00.000Z',
        endedAt: '2026-05-01T10:00:00.000Z',
      },
      {
        id: 'trailer openai-codex//',
        toolId: 'openai-codex',
        toolName: 'Codex',
        startedAt: '2026-05-01T10:00:00.000Z',
        endedAt: '2026-05-01T10:00:00.000Z',
      },
    ],
  )
  assert.deepEqual(
    selected.map(({ why }) => why.commits),
    [[first, second], [second], [third]],
  )
})

test('gives none without trailers', (t) => {
  const repository = makeRepository(t)
  repository.commit('Use Claude Code less')
  assert.deepEqual(readTrailerTools(repository.branch()), [])
})
