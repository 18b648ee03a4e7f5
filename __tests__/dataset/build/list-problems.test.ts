import assert from 'node:assert/strict'
import { it } from 'node:test'
import { listProblems } from '../../../src/dataset/build/list-problems.ts'
import type { Prepared } from '../../../src/dataset/build/prepare-dataset.ts'

it('problems are told by reason, the first of each, without secrets and control characters', () => {
  const problem = (number: number) => ({ place: `a:${number}`, reason: 'not-json', message: 'is no JSON' })
  const secret = `ghp_${'a1B2'.repeat(9)}`
  const given = {
    collected: {
      problems: [
        ...Array.from({ length: 7 }, (_, index) => problem(index + 1)),
        { place: 'b\u001B[31m', reason: 'forged', message: `is\n::error::${secret}` },
      ],
    },
    mapped: { problems: [problem(8)], counts: { problems: { 'not-json': 1000, long: 2 } } },
  } as unknown as Pick<Prepared, 'collected' | 'mapped'>
  const { lines, counts } = listProblems(given)
  assert.deepEqual(Object.fromEntries(counts), { 'not-json': 1007, forged: 1, long: 2 })
  assert.deepEqual(
    lines.slice(0, 5),
    ['a:1', 'a:2', 'a:3', 'a:4', 'a:5'].map((place) => `${place}: is no JSON`),
  )
  assert.equal(lines.length, 8)
  assert.match(lines[5] ?? '', /^b: is ::error::/)
  assert.doesNotMatch(lines[5] ?? '', /a1B2a1B2/)
  assert.deepEqual(lines.slice(6), ['… and 1002 more: not-json', '… and 2 more: long'])
})
