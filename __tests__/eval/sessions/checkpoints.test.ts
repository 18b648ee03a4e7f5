import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupSessions, parseTree, readSessionId } from '../../../eval/sessions/checkpoints.ts'

const sha = (digit: string) => digit.repeat(40)
const row = (digit: string, bytes: string, path: string) =>
  `100644 blob ${sha(digit)} ${bytes.padStart(7)}\t${path}\0`
const ann = '11111111-0000-4000-8000-000000000001'
const ben = '22222222-0000-4000-8000-000000000002'

test('the tree gives the files of sessions, and says which ones are not there', () => {
  const tree = [
    row('1', '70', '0e/6b66910244/metadata.json'),
    row('2', '90', '0e/6b66910244/0/metadata.json'),
    row('3', 'BAD', '0e/6b66910244/0/full.jsonl'),
    row('4', '5', 'README.md'),
  ]
  const common = { checkpoint: '0e6b66910244', folder: '0e/6b66910244/0' }
  assert.deepEqual(parseTree(tree.join('')), [
    { ...common, name: 'metadata.json', sha: sha('2'), bytes: 90 },
    { ...common, name: 'full.jsonl', sha: sha('3'), bytes: null },
  ])
})

test('of a session in several checkpoints the longest transcript is taken', () => {
  const files = parseTree(
    [
      row('1', '500', 'aa/0000000001/0/full.jsonl'),
      row('2', '900', 'aa/0000000002/0/full.jsonl'),
      row('3', '700', 'aa/0000000003/1/full.jsonl'),
    ].join(''),
  )
  const ids = new Map(files.map(({ folder }) => [folder, ann]))
  const { sessions, named } = groupSessions(files, ids)
  assert.deepEqual([...sessions.values()], [{ id: ann, transcript: sha('2') }])
  assert.deepEqual([...named.keys()], ['aa0000000001', 'aa0000000002', 'aa0000000003'])
})

test('a session that lacks a transcript is named and not taken', () => {
  const files = parseTree(
    [
      row('1', '500', 'aa/0000000001/0/full.jsonl'),
      row('2', 'BAD', 'aa/0000000002/0/full.jsonl'),
      row('3', '100', 'aa/0000000002/1/full.jsonl'),
    ].join(''),
  )
  const ids = new Map([
    ['aa/0000000001/0', ann],
    ['aa/0000000002/0', ann],
    ['aa/0000000002/1', ben],
  ])
  const { sessions, named, ids: all } = groupSessions(files, ids)
  assert.deepEqual([...sessions.keys()], [ben])
  assert.deepEqual([...(named.get('aa0000000002') ?? [])], [ann, ben])
  assert.deepEqual([...all], [ann, ben])
})

test('the id of a session is that of the agent, without the date of older ones', () => {
  assert.equal(readSessionId(JSON.stringify({ session_id: ann })), ann)
  assert.equal(readSessionId(JSON.stringify({ session_id: `2026-01-15-${ann}` })), ann)
  assert.equal(readSessionId('{"session_id": "no id"}'), null)
  assert.equal(readSessionId('{'), null)
})
