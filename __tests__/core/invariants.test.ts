// What holds for every text, whatever it says: over all fixtures and over texts built to do harm.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PullRequest } from '../../src/core/pull-request.ts'
import { assertInvariants } from '../support/assert-invariants.ts'
import { checkFixture, readFixtures } from '../support/fixtures.ts'
import { hostileBodies } from '../support/hostile-bodies.ts'

describe('every fixture', () => {
  for (const fixture of readFixtures()) {
    it(fixture.name, () => {
      const check = (body: PullRequest['body']) => checkFixture(fixture, body).record
      assertInvariants(fixture.pullRequest, check)
    })
  }

  it('gives the same record twice', () => {
    for (const fixture of readFixtures()) {
      const { record, result } = checkFixture(fixture)
      const again = checkFixture(fixture)
      assert.deepEqual([again.record, again.result], [record, result])
    }
  })
})

describe('every hostile body', () => {
  const [fixture] = readFixtures()
  assert.ok(fixture)
  for (const { name, body, state } of hostileBodies) {
    it(name, () => {
      const check = (text: PullRequest['body']) => checkFixture({ ...fixture, policy: null }, text).record
      assertInvariants({ ...fixture.pullRequest, body, commits: [] }, check)
      const record = check(body)
      assert.equal(record.sources.find(({ source }) => source === 'body')?.state, state)
      if (state !== 'read') assert.equal(record.ai_use, 'unknown')
    })
  }
})
