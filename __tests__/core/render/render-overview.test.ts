// The table above the sections of a job summary that is about several pull requests.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { renderOverview } from '../../../src/core/render/render-overview.ts'
import { renderSummary } from '../../../src/core/render/render-summary.ts'
import { assertInertMarkdown } from '../../support/assert-inert.ts'
import { undocumentedBody } from '../../support/examples.ts'

const check = (body: string) =>
  checkPullRequest(createPullRequest({ body }), {
    policy: defaultPolicy,
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00Z',
    version: '1.0.0',
  })

test('each pull request has a line', () => {
  const problem = 'Cannot read pull request #9 of `o/r`: GitHub answered 404 (Not | Found).'
  assert.equal(
    renderOverview([
      { number: 7, record: check(undocumentedBody).record },
      { number: 8, record: check('Fixes a typo.').record },
      { number: 9, problem },
    ]),
    `## AI worklog of 3 pull requests

| Pull request | Verdict                                                                                                   | AI use  |
| ------------ | --------------------------------------------------------------------------------------------------------- | ------- |
| 7            | ⚠️ AI worklog: 4 things to look at                                                                        | used    |
| 8            | ✅ AI worklog: nothing said about AI, nothing asked                                                        | unknown |
| 9            | ❌ Could not be checked: Cannot read pull request #<!-- -->9 of \`o/r\`: GitHub answered 404 (Not \\| Found). | –       |
`,
  )
})

test('what went wrong does not come alive', () => {
  const problem = '<img src=x> @octocat ![x](https://example.com) |\n::error::x `a` \u001b[31m \u202e'.repeat(
    50,
  )
  assertInertMarkdown(renderOverview([{ number: 9, problem }]))
})

test('a summary among others begins with a title', () => {
  assert.match(renderSummary(check('x'), 'Pull request 7'), /^## Pull request 7: ✅ AI worklog: /)
})
