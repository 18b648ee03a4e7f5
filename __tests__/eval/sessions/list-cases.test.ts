import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRefs } from '../../../eval/sessions/clone.ts'
import { parseLog, parseMerges } from '../../../eval/sessions/list-cases.ts'

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)]

test('a merge tells the pull request and its branch', () => {
  const output = [
    `${a} ${b}\tMerge pull request #325 from octo/soph/one-to-one`,
    `${b} ${a}\tMerge branch 'hotfix'`,
    `${a} ${b} ${a}\tMerge all of them`,
  ]
  assert.deepEqual(parseMerges(output.join('\n')), [
    { title: '#325', branch: 'soph/one-to-one', tip: b, base: a },
    { title: 'aaaaaaaa', branch: null, tip: a, base: b },
  ])
})

test('a log tells the checkpoints, and an hour after its newest commit', () => {
  const output = '2026-02-15T20:00:00+11:00\t0e6b66910244 f449058a5889\n2026-02-15T19:00:00+11:00\t\n'
  assert.deepEqual(parseLog(`${output}2026-02-15T18:00:00+11:00\tf449058a5889\n`), {
    end: '2026-02-15T10:00:00.000Z',
    checkpoints: ['0e6b66910244', 'f449058a5889'],
  })
  assert.deepEqual(parseLog(''), { end: null, checkpoints: [] })
})

test('branches are those that a clone fetched, or those of a mirror', () => {
  const mirror = `${a} refs/heads/main\n${b} refs/heads/soph/x\n`
  assert.deepEqual(parseRefs(mirror), [
    { name: 'main', sha: a },
    { name: 'soph/x', sha: b },
  ])
  const clone = `${a} refs/heads/mine\n${b} refs/remotes/origin/HEAD\n${b} refs/remotes/origin/main\n`
  assert.deepEqual(parseRefs(clone), [{ name: 'main', sha: b }])
})
