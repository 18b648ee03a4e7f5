import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { geminiCli } from '../../../src/capture/readers/gemini-cli.ts'
import { readSessions, testFixtures, testSpoiled } from '../../support/transcripts.ts'

const byHand = 'by-hand/.gemini/tmp/shop/chats'
const old = `${byHand}/session-2025-10-01T08-00-11112222.json`

await testFixtures(geminiCli)
testSpoiled(geminiCli, 'recorded-editor/.gemini/tmp/sum-app/chats/session-2026-11-26T15-22-c3d08fca.jsonl')
testSpoiled(geminiCli, `${byHand}/session-2026-03-02T09-00-7c1d2e3f.jsonl`)
testSpoiled(geminiCli, old)

test('gemini-cli looks below its home, wherever that is', () => {
  const machine = { home: '/home/dev', platform: 'linux', roots: [] } as const
  const [root] = geminiCli.roots({ ...machine, env: {} })
  assert.equal(root?.folder, join('/home/dev', '.gemini', 'tmp'))
  const paths = [
    'p/chats/session-1.jsonl',
    'p/chats/session-1.json',
    'p/chats/s/a.jsonl',
    'p/logs.json',
    'p/chats/x.jsonl',
  ]
  assert.deepEqual(
    paths.map((path) => root?.match.test(path)),
    [true, true, true, false, false],
  )
  const [moved] = geminiCli.roots({ ...machine, env: { GEMINI_CLI_HOME: '/srv' } })
  assert.equal(moved?.folder, join('/srv', '.gemini', 'tmp'))
})

test('gemini-cli reads a session once when it was copied to the newer form', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gemini-'))
  try {
    const path = join(folder, 'session-1.json')
    await cp(join(import.meta.dirname, '../../fixtures/transcripts/gemini-cli', old), path)
    assert.equal((await readSessions(geminiCli, path)).length, 1)
    await writeFile(`${path}l`, '')
    assert.equal((await readSessions(geminiCli, path)).length, 0)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('gemini-cli takes prompts of a checkpoint where no message has any', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gemini-'))
  try {
    const path = join(folder, 'session-1.jsonl')
    const message = {
      id: 'a',
      timestamp: '2026-03-02T09:00:01.000Z',
      type: 'user',
      content: [{ text: 'Add a test.' }],
    }
    await writeFile(path, `${JSON.stringify({ $set: { messages: [message] } })}\n`)
    const [session] = await readSessions(geminiCli, path)
    assert.deepEqual(session?.events, [
      { kind: 'prompt', text: 'Add a test.', at: '2026-03-02T09:00:01.000Z' },
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
