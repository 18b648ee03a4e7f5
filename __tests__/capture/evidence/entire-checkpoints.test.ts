import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { readCheckpoints } from '../../../src/capture/evidence/entire-checkpoints.ts'
import { type EvidenceRepository, makeRepository } from '../../support/evidence-repository.ts'
import { tell } from '../../support/read-session-file.ts'

const metadata = {
  cli_version: '0.4.4',
  checkpoint_id: 'a1b2c3d4e5f6',
  session_id: 'e-1',
  strategy: 'manual-commit',
  created_at: '2026-05-01T09:00:00Z',
  branch: 'topic',
  agent: 'Claude Code',
}

/** Writes the branch of checkpoints, and goes back to the topic. */
function writeCheckpoints(repository: EvidenceRepository, files: Readonly<Record<string, string>>): void {
  repository.run('checkout', '-q', '--orphan', 'entire/checkpoints/v1')
  repository.run('rm', '-rfq', '--cached', '.')
  for (const [path, text] of Object.entries(files)) repository.write(path, text)
  for (const path of Object.keys(files)) repository.run('add', path)
  repository.run('commit', '-q', '-m', 'Checkpoint')
  repository.run('checkout', '-qf', 'topic')
}

test('gives the prompts of a checkpoint that a commit names', async (t) => {
  const repository = makeRepository(t)
  const first = repository.commit('One\n\nEntire-Checkpoint: a1b2c3d4e5f6')
  const second = repository.commit('Two\n\nEntire-Checkpoint: b1b2c3d4e5f6')
  repository.commit('Three\n\nEntire-Checkpoint: ffffffffffff')
  writeCheckpoints(repository, {
    'a1/b2c3d4e5f6/metadata.json': '{"sessions":[{"metadata":"../../../etc/passwd"}]}',
    'a1/b2c3d4e5f6/0/metadata.json': JSON.stringify(metadata),
    'a1/b2c3d4e5f6/0/prompt.txt': 'Add it',
    'b1/b2c3d4e5f6/0/metadata.json': JSON.stringify({ ...metadata, checkpoint_id: 'b1b2c3d4e5f6' }),
    'b1/b2c3d4e5f6/0/prompt.txt': 'Add it\n\n---\n\nTest it',
    'b1/b2c3d4e5f6/1/metadata.json': 'no JSON',
    'b1/b2c3d4e5f6/2/metadata.json': JSON.stringify({ ...metadata, session_id: 'e-2', agent: 'Agent' }),
  })
  const selected = await readCheckpoints(repository.branch(), repository.git)
  const times = { startedAt: '2026-05-01T09:00:00.000Z', endedAt: '2026-05-01T09:00:00.000Z' }
  assert.deepEqual(
    selected.map(({ session, why }) => [tell(session), why.commits]),
    [
      [
        {
          id: 'e-1',
          toolId: 'claude-code',
          toolName: 'Claude Code',
          branches: ['topic'],
          ...times,
          events: [
            { kind: 'prompt', text: 'Add it' },
            { kind: 'prompt', text: 'Test it' },
          ],
        },
        [first, second],
      ],
      [{ id: 'e-2', toolName: 'Agent', branches: ['topic'], ...times }, [second]],
    ],
  )
  assert.equal(selected[0]?.session.path, 'entire/checkpoints/v1:b1/b2c3d4e5f6/0/metadata.json')
})

test('reads the transcript as the reader of its agent does, and leaves no file', async (t) => {
  const repository = makeRepository(t)
  const sha = repository.commit('One\n\nEntire-Checkpoint: a1b2c3d4e5f6')
  const history = [
    '# aider chat started at 2026-05-01 09:00:00',
    '',
    '> Aider v0.86.2  ',
    '',
    '#### Add it  ',
  ]
  writeCheckpoints(repository, {
    'a1/b2c3d4e5f6/0/metadata.json': JSON.stringify({ ...metadata, agent: 'aider' }),
    'a1/b2c3d4e5f6/0/prompt.txt': 'Not needed',
    'a1/b2c3d4e5f6/0/full.jsonl': `${history.join('\n')}\n`,
    'a1/b2c3d4e5f6/0/full.jsonl.001': '\nAdded.\n\n> Applied edit to src/a.ts  \n',
  })
  const list = () => readdirSync(tmpdir()).filter((name) => name.startsWith('ai-worklog-checkpoint-'))
  const [selected] = await readCheckpoints(repository.branch(), repository.git)
  assert.deepEqual(selected?.why.commits, [sha])
  assert.equal(selected.session.path, 'entire/checkpoints/v1:a1/b2c3d4e5f6/0/metadata.json')
  assert.equal(selected.session.version, '0.86.2')
  assert.deepEqual(
    selected.session.events.map((event) => (event.kind === 'call' ? event.paths : event.kind)),
    ['prompt', 'answer', ['src/a.ts']],
  )
  assert.deepEqual(list(), [])
})

test('falls back on the prompts where no reader knows the transcript', async (t) => {
  const repository = makeRepository(t)
  repository.commit('One\n\nEntire-Checkpoint: a1b2c3d4e5f6')
  writeCheckpoints(repository, {
    'a1/b2c3d4e5f6/0/metadata.json': JSON.stringify({ ...metadata, agent: 'Unheard-of' }),
    'a1/b2c3d4e5f6/0/prompt.txt': 'Add it',
    'a1/b2c3d4e5f6/0/full.jsonl': '{"a":1}\n{"b":',
  })
  const [selected] = await readCheckpoints(repository.branch(), repository.git)
  assert.equal(selected?.session.toolName, 'Unheard-of')
  assert.deepEqual(selected.session.events, [{ kind: 'prompt', text: 'Add it', at: null }])
})

test('gives none without checkpoints', async (t) => {
  const repository = makeRepository(t)
  repository.commit('One\n\nEntire-Checkpoint: a1b2c3d4e5f6')
  assert.deepEqual(await readCheckpoints(repository.branch(), repository.git), [])
})
