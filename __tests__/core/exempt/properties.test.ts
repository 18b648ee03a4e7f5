// What holds for any pull request under a policy with every exemption.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { assertHarmless, checkHostile, hostilePullRequest } from '../../support/hostile-pull-requests.ts'
import { hostileText } from '../../support/hostile-texts.ts'

const policy: Policy = {
  ...defaultPolicy,
  mode: 'enforce',
  require: { ...defaultPolicy.require, statement: true },
  exempt: {
    ...defaultPolicy.exempt,
    labels: ['skip'],
    override: 'go',
    branches: ['**'],
    paths: ['**/*a*', '?**'],
    size: { lines: 2, files: 2 },
  },
}

const facts = fc.record({
  authorType: fc.constantFrom('Bot', 'User', null),
  headRepositoryId: fc.constantFrom(1, 2, null),
  label: fc.constantFrom('go', 'bug'),
  filesTruncated: fc.boolean(),
  by: fc.option(hostileText(60)),
})

it('any pull request is exempt by what its record says, and harmlessly so', () => {
  fc.assert(
    fc.property(hostilePullRequest(300), facts, (hostile, { label, by, ...known }) => {
      const pullRequest = { ...hostile, ...known, repositoryId: 1, labels: [...hostile.labels, label] }
      const exemptFacts = { permission: null, teams: [], override: { by } }
      const check = checkHostile(pullRequest, { policy, exemptFacts })
      assertHarmless(check, pullRequest)
      const { record, result } = check
      const kinds = record.policy.exemptions.map(({ kind }) => kind)
      assert.equal(
        result === 'skipped',
        kinds.some((kind) => kind !== 'override'),
      )
      assert.equal(kinds.includes('override'), label === 'go')
      if (label === 'go') assert.notEqual(result, 'fail')
      if (known.filesTruncated) assert.ok(!kinds.includes('path') && !kinds.includes('size'))
      if (known.headRepositoryId !== 1) assert.ok(!kinds.includes('branch'))
    }),
    { seed: 20_261_124, numRuns: 150 },
  )
})
