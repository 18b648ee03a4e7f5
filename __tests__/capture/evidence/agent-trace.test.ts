import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readAgentTraces } from '../../../src/capture/evidence/agent-trace.ts'
import { makeRepository } from '../../support/evidence-repository.ts'
import { tell } from '../../support/read-session-file.ts'

const ranges = [{ start_line: 1, end_line: 2 }]
const by = (type: string, model?: string) => ({ contributor: { type, model_id: model }, ranges })

test('gives the tools whose records are about the branch', async (t) => {
  const repository = makeRepository(t)
  repository.write('src/a.ts', 'a\n')
  const sha = repository.commit('Add a')
  const branch = repository.branch()
  const record = (revision: string | null, tool: unknown, files: unknown) =>
    JSON.stringify({
      version: '0.1.0',
      id: 'x',
      timestamp: '2026-05-01T09:30:00Z',
      vcs: { type: 'git', revision },
      tool,
      files,
    })
  const cursor = { name: 'cursor', version: '2.4.0' }
  const ai = by('ai', 'anthropic/claude-opus-4-5-20251101')
  repository.write(
    '.agent-trace/traces.jsonl',
    [
      record(branch.mergeBase, cursor, [
        { path: 'src/a.ts', conversations: [ai, by('human')] },
        { path: 'other.ts', conversations: [ai] },
      ]),
      record(sha, cursor, [{ path: 'src/a.ts', conversations: [by('mixed', 'openai/gpt-5')] }]),
      record('f'.repeat(40), { name: 'codex' }, [{ path: 'src/a.ts', conversations: [ai] }]),
      record(sha, { name: 'unknown' }, [{ path: 'src/a.ts', conversations: [ai] }]),
      record(null, cursor, 7),
      'no JSON',
      '{"vcs":[],"files":{}}',
      record(sha, [], [null, { path: 7 }, { path: 'src/a.ts', conversations: [7, {}] }]),
    ].join('\n'),
  )
  const edit = {
    kind: 'call',
    action: 'edit',
    name: 'agent-trace',
    paths: ['src/a.ts'],
    status: 'ok',
    at: '2026-05-01T09:30:00.000Z',
  }
  const times = { startedAt: '2026-05-01T09:30:00.000Z', endedAt: '2026-05-01T09:30:00.000Z' }
  const selected = await readAgentTraces(branch)
  assert.deepEqual(
    selected.map(({ session, why }) => [tell(session), why.commits, why.files]),
    [
      [
        {
          id: 'agent-trace cursor/2.4.0',
          toolId: 'cursor',
          toolName: 'Cursor',
          version: '2.4.0',
          models: ['anthropic/claude-opus-4-5-20251101', 'openai/gpt-5'],
          ...times,
          events: [edit, edit],
        },
        [sha],
        ['src/a.ts'],
      ],
      [
        {
          id: 'agent-trace anthropic/claude-opus-4-5-20251101/',
          toolId: 'claude',
          toolName: 'Claude',
          models: ['anthropic/claude-opus-4-5-20251101'],
          ...times,
          events: [edit],
        },
        [sha],
        ['src/a.ts'],
      ],
    ],
  )
})

test('follows no link', async (t) => {
  const repository = makeRepository(t)
  repository.write('.agent-trace/.keep', '')
  symlinkSync('/etc/passwd', join(repository.root, '.agent-trace/traces.jsonl'))
  assert.deepEqual(await readAgentTraces(repository.branch()), [])
})
