import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cutTranscript,
  describeTranscript,
  findCheckouts,
  homeOf,
  moveTranscript,
} from '../../../eval/sessions/transcript.ts'

const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

test('a transcript tells its folders, and when it began and ended', () => {
  const text = lines(
    { type: 'file-history-snapshot', snapshot: { timestamp: '2026-02-03T09:00:00.000Z' } },
    { cwd: '/Users/ann/cli', timestamp: '2026-02-03T09:00:01.000Z' },
    { cwd: '/Users/ann/cli/cmd', timestamp: '2026-02-03T10:00:00.000Z' },
  )
  assert.deepEqual(describeTranscript(`${text}\n{"half`), {
    folders: ['/Users/ann/cli', '/Users/ann/cli/cmd'],
    startedAt: '2026-02-03T09:00:00.000Z',
    endedAt: '2026-02-03T10:00:00.000Z',
  })
})

test('a transcript of another tool tells nothing', () => {
  assert.equal(describeTranscript('{\n  "sessionId": "a",\n  "messages": []\n}'), null)
})

test('rows after the end are cut, with those that follow and have no time', () => {
  const early = [{ timestamp: '2026-02-03T09:00:00Z' }, { type: 'summary' }]
  const late = [{ timestamp: '2026-02-03T11:00:00Z' }, { type: 'system' }]
  assert.equal(cutTranscript(lines(...early, ...late), '2026-02-03T10:00:00.000Z'), lines(...early))
})

test('checkouts are the folders that are in no other, and worktrees belong to theirs', () => {
  const folders = [
    '/Users/ann/cli/cmd',
    '/Users/ann/cli',
    '/Users/ann/cli-2',
    '/Users/ben/cli/.worktrees/a/cmd',
  ]
  assert.deepEqual(findCheckouts(folders), ['/Users/ann/cli', '/Users/ann/cli-2', '/Users/ben/cli'])
})

test('paths are moved as whole names only', () => {
  const moved = moveTranscript(
    '"/Users/ann/cli" "/Users/ann/cli/a.go" "/Users/ann/cli/.worktrees/x/a.go" "/Users/ann/cli-2/a.go" "/Users/ann/cli.md"',
    ['/Users/ann/cli'],
    '/tmp/$1',
  )
  assert.equal(moved, '"/tmp/$1" "/tmp/$1/a.go" "/tmp/$1/a.go" "/Users/ann/cli-2/a.go" "/Users/ann/cli.md"')
})

test('a home folder stands for a machine', () => {
  assert.equal(homeOf('/Users/ann/work/cli'), '/Users/ann')
  assert.equal(homeOf('/home/ben/cli'), '/home/ben')
  assert.equal(homeOf('/tmp/cli'), null)
})
