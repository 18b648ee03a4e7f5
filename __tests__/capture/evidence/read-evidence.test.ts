import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEvidence } from '../../../src/capture/evidence/read-evidence.ts'
import { makeRepository } from '../../support/evidence-repository.ts'

test('gives every source, what says most first', async (t) => {
  const repository = makeRepository(t)
  const sha = repository.commit('One\n\nAssisted-by: Codex')
  const note = {
    schema_version: 'authorship/3.0.0',
    sessions: { s_1: { agent_id: { tool: 'codex', id: 'x-1', model: 'gpt-5' } } },
  }
  repository.run('notes', '--ref=ai', 'add', '-m', `---\n${JSON.stringify(note)}`, sha)
  const selected = await readEvidence(repository.branch(), repository.git)
  assert.deepEqual(
    selected.map(({ session, why }) => [session.path, session.toolId, why]),
    [
      [
        'refs/notes/ai',
        'openai-codex',
        { commits: [sha], files: [], folder: false, branch: false, time: false },
      ],
      ['trailers', 'openai-codex', { commits: [sha], files: [], folder: false, branch: false, time: false }],
    ],
  )
})

test('gives none without Git', async (t) => {
  const repository = makeRepository(t)
  assert.deepEqual(await readEvidence({ ...repository.branch(), commits: [] }, async () => null), [])
})
