import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runBounded } from '../../src/runtime/run-bounded.ts'

describe('runBounded', () => {
  it('gives what the work gives', () => {
    assert.deepEqual(
      runBounded(() => 1, 1000),
      { value: 1 },
    )
    assert.deepEqual(
      runBounded(() => null, 1000),
      { value: null },
    )
  })

  it('stops work that never ends, and can run again', () => {
    const endless = () => {
      for (;;);
    }
    assert.equal(runBounded(endless, 20), null)
    assert.deepEqual(
      runBounded(() => 'a', 1000),
      { value: 'a' },
    )
  })

  it('cannot be caught by the work', () => {
    const stubborn = () => {
      for (;;) {
        try {
          for (;;);
        } catch {}
      }
    }
    assert.equal(runBounded(stubborn, 20), null)
  })

  it('throws what the work throws, and leaves nothing behind', () => {
    const error = new RangeError('mine')
    assert.throws(
      () =>
        runBounded(() => {
          throw error
        }, 1000),
      error,
    )
    assert.equal(
      Object.getOwnPropertySymbols(globalThis).some(({ description }) => description?.includes('bounded')),
      false,
    )
  })
})
