import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BestSelected } from '../../../src/capture/find/best-selected.ts'
import { answer, buildSession, select } from '../../support/session-events.ts'

/** A session of `units` that is behind `commits` commits. */
function sessionOf(id: string, units: number, commits = 0) {
  const one = select(buildSession([answer('x'.repeat(units))], { id }))
  return { ...one, why: { ...one.why, commits: Array.from({ length: commits }, (_, index) => `${index}`) } }
}

const idsOf = (best: BestSelected) => best.list().map(({ session }) => session.id)

test('so many are kept', () => {
  const best = new BestSelected(2)
  for (const [commits, id] of ['a', 'b', 'c', 'd'].entries()) best.add(sessionOf(id, 10, commits))
  assert.deepEqual(idsOf(best), ['d', 'c'])
  assert.equal(best.isCut, true)
})

test('and so much of them, the worst left out as they come', () => {
  const best = new BestSelected(100, 5000)
  for (let index = 0; index < 20; index++) best.add(sessionOf(`s${index}`, 1000, index % 10))
  assert.deepEqual(idsOf(best), ['s19', 's9', 's18', 's8'])
  assert.equal(best.isCut, true)
})

test('the best is kept however long it is, and nothing is left out that fits', () => {
  const best = new BestSelected(100, 5000)
  best.add(sessionOf('long', 9000, 1))
  assert.deepEqual([idsOf(best), best.isCut], [['long'], false])
  best.add(sessionOf('short', 10))
  assert.deepEqual([idsOf(best), best.isCut], [['long'], true])
  const others = new BestSelected(100, 5000)
  for (const id of ['a', 'b', 'c']) others.add(sessionOf(id, 1000))
  assert.deepEqual([others.list().length, others.isCut], [3, false])
})
