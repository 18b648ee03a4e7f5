import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readLimit } from '../../../../src/dataset/sources/artifacts/read-limit.ts'

const now = 1_700_000_000_000

function fail(status: number, headers: Record<string, string> = {}, message = 'No'): Error {
  return Object.assign(new Error(message), { response: { status, headers } })
}

describe('readLimit', () => {
  const limits: [string, Error, number | null][] = [
    ['429 with a time', fail(429, { 'retry-after': '7' }), 7000],
    ['429 without one', fail(429), 60_000],
    ['403 with a time', fail(403, { 'retry-after': '7' }), 7000],
    ['a secondary limit', fail(403, {}, 'You have exceeded a secondary rate limit'), 60_000],
    ['a spent limit', fail(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1700000030' }), 31_000],
    ['a spent limit without a time', fail(403, { 'x-ratelimit-remaining': '0' }), 60_000],
    ['GraphQL’s', fail(200, { 'x-ratelimit-reset': '1700000030' }, 'GraphQL Rate Limit Exceeded'), 31_000],
    ['403 for want of a permission', fail(403, { 'x-ratelimit-remaining': '99' }), null],
    ['404', fail(404, { 'retry-after': '7' }), null],
    ['500', fail(500, { 'retry-after': '7' }), null],
    ['no answer', new Error('read ECONNRESET'), null],
  ]
  for (const [what, error, expected] of limits) {
    it(`reads ${what}`, () => assert.equal(readLimit(error, now), expected))
  }

  it('takes whatever was thrown', () => {
    for (const thrown of [null, undefined, 'text', 7, {}, { response: null }]) {
      assert.equal(readLimit(thrown, now), null)
    }
  })
})
