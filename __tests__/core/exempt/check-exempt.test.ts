// What a whole check makes of exemptions: verdict, findings, record and reports.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'
import { createPullRequest, type PullRequest } from '../../../src/core/pull-request.ts'
import { renderComment } from '../../../src/core/render/render-comment.ts'
import { renderSummary } from '../../../src/core/render/render-summary.ts'
import { formatCheck } from '../../../src/report/format-check.ts'
import { assertValid } from '../../support/assert-invariants.ts'

const enforcing: Policy = {
  ...defaultPolicy,
  mode: 'enforce',
  require: { ...defaultPolicy.require, statement: true },
  exempt: { ...defaultPolicy.exempt, labels: ['skip'], override: 'go' },
}

function check(known: Partial<PullRequest>, policy = enforcing, policyProblems = noProblems) {
  const checked = checkPullRequest(createPullRequest({ body: 'A change.', ...known }), {
    policy,
    policySha: null,
    policyProblems,
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
  assertValid(checked.record)
  return checked
}

const noProblems = readPolicy([]).problems

it('an exempt pull request is skipped, and its record is made', () => {
  const exempt = check({ body: 'Written with Claude Code.', labels: ['skip'] })
  const { record, result } = exempt
  assert.equal(result, 'skipped')
  assert.equal(record.policy.result, 'skipped')
  assert.deepEqual(record.policy.exemptions, [{ kind: 'label', value: 'skip', by: null }])
  assert.deepEqual(record.findings, [])
  assert.equal(record.ai_use, 'used')
  assert.equal(record.tools[0]?.tool_id, 'claude-code')
  assert.match(renderSummary(exempt), /^## ➖ AI worklog: exempt, nothing asked\n/)
  assert.match(renderSummary(exempt), /Exempt by the policy: it has the label `skip`\./)
  assert.match(formatCheck(exempt, { color: false }), /^Exempt by the policy: it has the label `skip`\.$/m)
  assert.equal(renderComment(record).asks, false)
})

it('the same pull request fails without the label', () => {
  assert.equal(check({}).result, 'fail')
})

it('a secret is reported whoever wrote it, and the verdict stays', () => {
  const exempt = check({ body: `token ghp_${'a1B2c3'.repeat(6)}`, labels: ['skip'] })
  assert.equal(exempt.result, 'skipped')
  assert.deepEqual(
    exempt.record.findings.map(({ rule }) => rule),
    ['secret-in-body'],
  )
  assert.match(renderSummary(exempt), /^## ⚠️ AI worklog: exempt, but 1 thing to look at\n/)
})

it('an override keeps the findings and lets the check pass', () => {
  const overridden = check({ labels: ['GO'] })
  assert.equal(overridden.result, 'warn')
  assert.deepEqual(
    overridden.record.findings.map(({ rule, severity }) => `${severity} ${rule}`),
    ['error required-statement'],
  )
  assert.match(
    renderSummary(overridden),
    /The label `go` overrides the check: its findings do not fail the check\./,
  )
  assert.match(renderComment(overridden.record).markdown, /nothing is blocked by it/)
})

it('an override of a description that is fine changes nothing', () => {
  const body = '## AI worklog\n\nNo AI was used.'
  assert.equal(check({ body, labels: ['go'] }).result, 'pass')
})

it('a policy that cannot be read exempts nobody from its mistakes', () => {
  const { policy, problems } = readPolicy([
    { file: 'p.yml', text: 'mode: enforce\nexempt: {lables: [skip]}' },
  ])
  const author = { login: 'dependabot[bot]', id: 49699333, name: null, email: null }
  const { record, result } = check({ author, authorType: 'Bot', labels: ['skip'] }, policy, problems)
  assert.equal(result, 'fail')
  assert.deepEqual(
    record.findings.map(({ rule }) => rule),
    ['invalid-policy'],
  )
})

it('every kind has words of its own', () => {
  const author = { login: 'octocat', id: 1, name: null, email: null }
  const policy: Policy = {
    ...enforcing,
    exempt: {
      bots: true,
      authors: ['octocat'],
      associations: ['MEMBER'],
      permission: 'write',
      teams: ['octo-org/core'],
      labels: ['a`b'],
      override: 'go',
      drafts: true,
      branches: ['release/**'],
      paths: ['docs/**'],
      size: { lines: 5 },
      before: { number: 100 },
    },
  }
  const pullRequest = createPullRequest({
    author,
    authorType: 'Bot',
    authorAssociation: 'MEMBER',
    repositoryId: 1,
    headRepositoryId: 1,
    headRef: 'release/1',
    number: 5,
    labels: ['a`b', 'go'],
    draft: true,
    files: [{ path: 'docs/a', additions: 1, deletions: 0 }],
  })
  const checked = checkPullRequest(pullRequest, {
    policy,
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
    exemptFacts: { permission: 'admin', teams: ['octo-org/core'], override: { by: 'mona' } },
  })
  assertValid(checked.record)
  const summary = renderSummary(checked)
  assert.ok(
    summary.includes(
      "Exempt by the policy: the author `octocat` is a bot; the author `octocat` is listed; the author’s association is `MEMBER`; the author’s permission is `admin`; the author is in the team `octo-org/core`; it has the label `a'b`; its branch matches `release/**`; all changed files match `docs/**`; it changes 1 line in 1 file only; it is from before `#100`; it is a draft.",
    ),
    summary,
  )
  assert.ok(summary.includes('The label `go`, set by `mona`, overrides the check'))
})
