// What `init` writes says what our own reader reads.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { checkPullRequest } from '../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../src/core/policy/default-policy.ts'
import { readPolicy } from '../../src/core/policy/read-policy.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'
import { loadExample } from '../../src/init/texts/load-example.ts'
import { createPolicyText } from '../../src/init/texts/policy-text.ts'

describe('the instructions for agents', () => {
  const text = loadExample('init/agents.md')
  const examples = [...text.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, example = '']) => example)

  it('have one example, which the check reads whole', () => {
    assert.equal(examples.length, 1)
    const { record } = checkPullRequest(createPullRequest({ body: examples[0] ?? '' }), {
      policy: defaultPolicy,
      policySha: null,
      policyProblems: [],
      generatedAt: '2026-08-01T09:30:00Z',
      version: '1.0.0',
    })
    assert.deepEqual([record.ai_use, record.ai_use_basis], ['used', 'statement'])
    assert.deepEqual(
      record.tools.map(({ tool_id, version, model, used_for }) => [tool_id, version, model, used_for]),
      [['claude-code', '2.1.40', 'claude-opus-4-6', 'implementation and tests']],
    )
    assert.deepEqual(
      record.prompts.map(({ kind, text }) => [kind, text]),
      [
        ['initial', 'Add retries with exponential backoff to `src/http/client.ts`.'],
        ['refinement', 'Use full jitter, and make the random source injectable.'],
      ],
    )
    assert.deepEqual(
      record.failures.map(({ error, cause, resolution }) => [error, cause, resolution]),
      [
        [
          'TypeError: client.retry is not a function',
          'it assumed the API of another library',
          'read docs/http.md first',
        ],
      ],
    )
    assert.deepEqual(
      record.corrections.map(({ summary, reason, path }) => [summary, reason, path]),
      [['removed the p-retry dependency', 'no dependency for thirty lines', 'package.json']],
    )
    // The box is for a human, who has not ticked it in the example.
    assert.deepEqual(
      record.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
      ['required-section'],
    )
  })

  it('are short and end with a newline', () => {
    assert.ok(text.length < 2500)
    assert.match(text, /[^\n]\n$/)
    assert.doesNotMatch(text, /\r/)
  })
})

describe('the starter policy', () => {
  for (const mode of ['observe', 'warn', 'enforce'] as const) {
    it(`is right in the mode ${mode}, and otherwise the default`, () => {
      const text = createPolicyText(mode)
      const { policy, problems } = readPolicy([{ file: 'policy.yml', text }], () => null)
      assert.deepEqual(problems, [])
      assert.deepEqual(policy, { ...defaultPolicy, mode })
    })
  }

  it('is right with its comments taken off, too', () => {
    const text = createPolicyText('warn').replace(/^# (?=(?:exempt|privacy|rules| {2}[a-z-]+):)/gm, '')
    const { problems } = readPolicy([{ file: 'policy.yml', text }], () => null)
    assert.deepEqual(problems, [])
    assert.deepEqual(Object.keys(parse(text)), ['mode', 'require', 'exempt', 'privacy', 'rules'])
  })
})

describe('the workflow', () => {
  it('is the one in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    assert.ok(readme.includes(`\`\`\`yaml\n${loadExample('workflows/warn.yml')}\`\`\``))
  })
})
