import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { cursor } from '../../../src/capture/readers/cursor.ts'
import { testFixtures, testSpoiled } from '../../support/transcripts.ts'

await testFixtures(cursor)
const id = '3f2e1d0c-0000-4000-8000-000000000001'
testSpoiled(cursor, `agent/.cursor/projects/home-dev-shop/agent-transcripts/${id}/${id}.jsonl`)

test('cursor looks where its agent and its IDE keep their sessions', () => {
  const machine = { home: '/home/dev', roots: [], env: {} }
  const folders = (platform: NodeJS.Platform) =>
    cursor.roots({ ...machine, platform }).map(({ folder }) => folder)
  const projects = join('/home/dev', '.cursor', 'projects')
  assert.deepEqual(folders('linux'), [projects, join('/home/dev/.config/Cursor/User/globalStorage')])
  assert.deepEqual(folders('darwin'), [
    projects,
    join('/home/dev/Library/Application Support/Cursor/User/globalStorage'),
  ])
  const [root] = cursor.roots({ ...machine, platform: 'linux' })
  const paths = [
    'p/agent-transcripts/a.txt',
    'p/agent-transcripts/a/a.jsonl',
    'p/agent-tools/a.txt',
    'p/mcps/a.json',
  ]
  assert.deepEqual(
    paths.map((path) => root?.match.test(path)),
    [true, true, false, false],
  )
})

test('cursor does not take files of others for its own', () => {
  assert.equal(cursor.recognizes('/tmp/notes.txt', 'user:\nhello'), false)
  assert.equal(cursor.recognizes('/tmp/a.jsonl', '{"type":"user","message":{}}'), false)
  assert.equal(cursor.recognizes('/tmp/other.db', 'SQLite format 3\0'), false)
  assert.equal(cursor.recognizes('/tmp/state.vscdb', 'SQLite format 3\0'), true)
})
