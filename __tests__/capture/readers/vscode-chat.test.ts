import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { vscodeChat } from '../../../src/capture/readers/vscode-chat.ts'
import { readSessions, testFixtures, testSpoiled } from '../../support/transcripts.ts'

const journal =
  'journal/Code/User/workspaceStorage/0f1e2d3c/chatSessions/5b1c2d3e-0000-4000-8000-000000000001.jsonl'
const json = 'json/Code/User/workspaceStorage/9a8b7c6d/chatSessions/7d8e9f00-0000-4000-8000-000000000002.json'

await testFixtures(vscodeChat)
testSpoiled(vscodeChat, journal)
testSpoiled(vscodeChat, json)

test('vscode-chat looks where each system keeps the folders of the editors', () => {
  const folders = (platform: NodeJS.Platform, env = {}) =>
    vscodeChat
      .roots({ home: '/home/dev', platform, roots: [], env })
      .map(({ folder }) => folder)
      .filter((folder) => folder.endsWith('workspaceStorage'))
  const names = ['Code', 'Code - Insiders', 'VSCodium', 'VSCodium - Insiders', 'Code - OSS']
  const below = (parent: string) => names.map((name) => join(parent, name, 'User', 'workspaceStorage'))
  assert.deepEqual(folders('linux'), below('/home/dev/.config'))
  assert.deepEqual(folders('linux', { XDG_CONFIG_HOME: '/cfg' }), below('/cfg'))
  assert.deepEqual(folders('darwin'), below('/home/dev/Library/Application Support'))
  assert.deepEqual(folders('win32', { APPDATA: '/roaming' }), below('/roaming'))
  const [root] = vscodeChat.roots({ home: '/home/dev', platform: 'linux', roots: [], env: {} })
  assert.deepEqual(
    ['a/chatSessions/b.json', 'a/chatSessions/b.jsonl', 'a/state.vscdb', 'a/chatSessions/b/c.json'].map(
      (path) => root?.match.test(path),
    ),
    [true, true, false, false],
  )
})

test('vscode-chat reads a chat once when it was copied to the newer form', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vscode-'))
  try {
    const path = join(folder, 'chat.json')
    await cp(join(import.meta.dirname, '../../fixtures/transcripts/vscode-chat', json), path)
    assert.equal((await readSessions(vscodeChat, path)).length, 1)
    await writeFile(`${path}l`, '')
    assert.equal((await readSessions(vscodeChat, path)).length, 0)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('vscode-chat is not led astray by a journal', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vscode-'))
  try {
    const path = join(folder, 'chat.jsonl')
    const request = { requestId: 'r', message: { text: 'Add a test.' }, response: [] }
    const rows = [
      { kind: 1, k: ['requests'], v: [] },
      { kind: 0, v: { requests: [request] } },
      { kind: 1, k: ['__proto__', 'requests'], v: [] },
      { kind: 1, k: ['requests', 0, '__proto__'], v: { message: 'x' } },
      { kind: 1, k: ['requests', 0, 'message', 'constructor', 'prototype', 'text'], v: 'x' },
      { kind: 1, k: ['requests', 1e9], v: request },
      { kind: 2, k: ['requests'], i: -1, v: 'no list' },
      { kind: 2, k: ['requests', 0, 'response'], i: 1e12 },
      { kind: 1, k: 'requests', v: [] },
      { kind: 1, k: [], v: {} },
      { kind: 1, k: Array.from({ length: 5000 }, () => 'requests'), v: {} },
    ]
    await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'))
    const [session] = await readSessions(vscodeChat, path)
    assert.deepEqual(session?.events, [{ kind: 'prompt', text: 'Add a test.', at: null }])
    assert.deepEqual(session?.skipped, new Map([['other', 8]]))
    assert.equal(Object.hasOwn(Object.prototype, 'requests'), false)
  } finally {
    await rm(folder, { recursive: true })
  }
})
