import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { serializeRecord } from '../../../src/core/record/serialize.ts'
import { hostileCommits } from '../../support/hostile-commits.ts'
import { assertHarmless, checkHostile } from '../../support/hostile-pull-requests.ts'

describe('reads at most what a record holds of', () => {
  for (const { name, commits } of hostileCommits) {
    it(name, () => {
      const pullRequest = createPullRequest({ body: 'Adds a table.', commits })
      const check = checkHostile(pullRequest)
      assertHarmless(check, pullRequest)
      assert.equal(check.record.commits.length, 250)
      assert.ok(serializeRecord(check.record).length < 5_000_000)
    })
  }
})
