import assert from 'node:assert/strict'
import { it } from 'node:test'
import { limitAnnotations } from '../../src/report/limit-annotations.ts'

const annotations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    level: 'warning' as const,
    title: 't',
    message: `${index}`,
  }))

it('ten of a level are shown', () => {
  assert.deepEqual(limitAnnotations(annotations(10)), annotations(10))
})

it('of more, nine are shown and the rest is counted', () => {
  const shown = limitAnnotations(annotations(12))
  assert.equal(shown.length, 10)
  assert.equal(shown.at(-1)?.message, '3 more of this level: the job summary and the log list them all.')
})

it('a long message ends with a mark', () => {
  const [shown] = limitAnnotations([{ level: 'error', title: 't', message: 'x'.repeat(3000) }])
  assert.equal(shown?.message, `${'x'.repeat(1999)}…`)
})
