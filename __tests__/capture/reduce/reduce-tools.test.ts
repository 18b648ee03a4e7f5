import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reduceSessions } from '../../../src/capture/reduce/reduce-sessions.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { branchOf } from '../../support/branch-of-test.ts'
import { answer, buildSession, edited, prompt, select } from '../../support/session-events.ts'

const branch = branchOf(['src/retry.ts'])

async function toolsOf(sessions: readonly Session[]) {
  const draft = await reduceSessions(
    sessions.map((session) => select(session)),
    branch,
    async () => null,
    { full: false },
  )
  return draft.tools.map(({ name, version, model }) => [name, version, model])
}

const events = [prompt('Add retries'), edited('src/retry.ts')]

test('A tool has a row for each version and model, by its name in the vocabulary', async () => {
  const sessions = [
    buildSession(events, { models: ['claude-opus-4-6', '<synthetic>', 'claude-haiku-4-5'] }),
    buildSession(events, { id: 'b', startedAt: '2026-09-02T10:00:00.000Z', version: '2.1.41' }),
    buildSession(events, {
      id: 'c',
      startedAt: '2026-09-03T10:00:00.000Z',
      toolId: 'openai-codex',
      toolName: 'Codex CLI',
      version: '0.169.0',
      models: [],
    }),
  ]
  assert.deepEqual(await toolsOf(sessions), [
    ['Claude Code', '2.1.40', 'claude-opus-4-6'],
    ['Claude Code', '2.1.40', 'claude-haiku-4-5'],
    ['Claude Code', '2.1.41', 'claude-opus-4-6'],
    ['Codex', '0.169.0', null],
  ])
})

test('A row that says less than another of the same tool is left out', async () => {
  const sessions = [
    buildSession([], { id: 'note', version: null, startedAt: null }),
    buildSession(events, { id: 'b', models: [] }),
    buildSession(events, { id: 'c', startedAt: '2026-09-02T10:00:00.000Z' }),
    buildSession(events, { id: 'd', startedAt: '2026-09-03T10:00:00.000Z' }),
  ]
  assert.deepEqual(await toolsOf(sessions), [['Claude Code', '2.1.40', 'claude-opus-4-6']])
})

test('A session in which only the human spoke is no use of a tool', async () => {
  assert.deepEqual(await toolsOf([buildSession([prompt('Add retries')])]), [])
})

test('A tool that the vocabulary does not know keeps its own name', async () => {
  const session = buildSession([prompt('Add retries'), answer('Done.')], {
    toolId: null,
    toolName: 'Homemade\nAgent',
    version: null,
    models: [],
  })
  assert.deepEqual(await toolsOf([session]), [['Homemade Agent', null, null]])
})

test('A model with its wide window of context is the same model', async () => {
  const session = buildSession(events, { models: ['claude-opus-4-8[1m]', 'claude-opus-4-8'] })
  assert.deepEqual(await toolsOf([session]), [['Claude Code', '2.1.40', 'claude-opus-4-8']])
})
