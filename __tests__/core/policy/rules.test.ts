// Each rule on its own examples, which are its documentation too.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { ruleIds } from '../../../src/core/policy/rule-id.ts'
import { rules } from '../../../src/core/policy/rules/rules.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { assertPlaces, assertValid } from '../../support/assert-invariants.ts'

function check(
  body: string | null,
  policy: Partial<Policy> = {},
  messages: readonly string[] = [],
  template?: string,
) {
  const commits = messages.map((message, index) => ({
    sha: String(index + 1).repeat(40),
    message,
    author: null,
    committer: null,
  }))
  const templates =
    template === undefined ? [] : [{ path: 'pull_request_template.md', text: template, problem: null }]
  const pullRequest = createPullRequest({ body, commits, templates })
  const { record, result } = checkPullRequest(pullRequest, {
    policy: { ...defaultPolicy, ...policy },
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
  assertValid(record)
  assertPlaces(record, pullRequest)
  return { record, result }
}

it('stand in the order of their ids', () => {
  assert.deepEqual(
    rules.map(({ id }) => id),
    [...ruleIds],
  )
})

for (const rule of rules) {
  describe(rule.id, () => {
    it('has a summary of one sentence and examples of both kinds', () => {
      assert.match(rule.summary, /^[A-Z].*\.$/)
      assert.ok(rule.examples.some(({ findings }) => findings.length > 0))
      assert.ok(rule.examples.some(({ findings }) => findings.length === 0))
    })

    for (const { title, body, commits, template, policy, findings } of rule.examples) {
      it(title, () => {
        // A rule that is off by default has to be switched on to show what it finds.
        const isOff = defaultPolicy.rules[rule.id] === 'off'
        const severityOf = isOff ? 'warning' : defaultPolicy.rules[rule.id]
        const rulesOn = { ...defaultPolicy.rules, [rule.id]: severityOf }
        const { record } = check(body, { ...policy, rules: rulesOn }, commits, template)
        const found = record.findings.filter((each) => each.rule === rule.id)
        assert.deepEqual(
          found.map(({ reason }) => reason),
          findings,
        )
        for (const { severity, reason, expected } of found) {
          assert.equal(severity, severityOf)
          assert.match(reason, /[^.]$/)
          assert.ok(expected !== null && expected.length > 0)
        }
      })
    }

    it('reports nothing when it is off, and with the severity it is given', () => {
      const example = rule.examples.find(({ findings }) => findings.length > 0)
      assert.ok(example)
      const severities = (severity: Policy['rules'][typeof rule.id]) =>
        check(
          example.body,
          { ...example.policy, rules: { ...defaultPolicy.rules, [rule.id]: severity } },
          example.commits,
          example.template,
        )
          .record.findings.filter((each) => each.rule === rule.id)
          .map((each) => each.severity)
      assert.deepEqual(severities('off'), [])
      for (const severity of ['info', 'warning', 'error'] as const) {
        assert.deepEqual(new Set(severities(severity)), new Set([severity]))
      }
    })
  })
}

describe('findings', () => {
  it('are sorted by place and numbered: without a place, the body, commits', () => {
    const { record } = check(
      '## AI worklog\n\n### Failed attempts\n\n- it hung\n\n### Manual corrections\n\n- a typo\n',
      { require: { statement: false, sections: ['review'] } },
    )
    assert.deepEqual(
      record.findings.map(({ seq, rule, place }) => [seq, rule, place?.start?.line ?? null]),
      [
        [1, 'required-section', null],
        [2, 'failure-detail', 5],
        [3, 'correction-reason', 9],
      ],
    )
  })

  it('say word for word what was expected', () => {
    const { record } = check(
      '## AI worklog\n\n### Tools\n\nCursor\n\n### Failed attempts\n\n- it hung\n\n### Manual corrections\n\n- a typo\n\n### Human review\n\n- [ ] I have read every line\n- [x] I ran the tests\n',
      { require: { statement: false, sections: ['prompts'] } },
    )
    assert.deepEqual(
      record.findings.map(
        ({ severity, rule, reason, expected }) => `${severity} ${rule}: ${reason}; ${expected}`,
      ),
      [
        'error required-section: `Prompts` is missing; The prompts in order: the first, then each refinement; quote them word for word',
        'info tool-version: Cursor is named without version and model; Such as `Claude Code 2.1.40 (claude-opus-4-6)`',
        'warning failure-detail: Failed attempt 1 has no cause and no resolution; a `Cause:` line that says why it failed and a `Resolution:` line that says what you changed',
        'warning correction-reason: Manual correction 1 has no reason; a `Why:` line that says what was wrong with the AI’s version',
        'warning human-review: No human says to have reviewed the AI’s work; A ticked box, or a sentence that says who reviewed what',
      ],
    )
  })
})

describe('the verdict', () => {
  const untold = '## AI worklog\n\n### Tools\n\nCursor 1.7 (GPT-5)\n'

  it('fails only in `enforce`, and only on an error', () => {
    assert.equal(check(untold).result, 'warn')
    assert.equal(check(untold, { mode: 'observe' }).result, 'warn')
    assert.equal(check(untold, { mode: 'enforce' }).result, 'fail')
    const warned = { ...defaultPolicy.rules, 'required-section': 'warning' } as const
    assert.equal(check(untold, { mode: 'enforce', rules: warned }).result, 'warn')
  })

  it('passes without findings, and with `info` alone', () => {
    assert.equal(check('Fixes a typo.', { mode: 'enforce' }).result, 'pass')
    const require = { statement: false, sections: [] }
    assert.equal(check('## AI worklog\n\n### Tools\n\nCursor\n', { mode: 'enforce', require }).result, 'pass')
  })
})
