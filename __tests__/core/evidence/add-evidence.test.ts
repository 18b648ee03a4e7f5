// What a transcript that CI read adds to what people say.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Check, checkPullRequest } from '../../../src/core/check-pull-request.ts'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { parseRecord } from '../../support/read-record.ts'

const token = ['ghp', 'R7f2Kq9ZtXw3Lb8VnY5mJc1PdHs6GaTe4UQo'].join('_')

const evidence: Draft = {
  tools: [{ key: '00000001', name: 'Claude Code', version: '2.1.40', model: 'claude-opus-4-6' }],
  prompts: [
    { key: '00000002', kind: 'initial', text: 'Add a retry.' },
    { key: '00000003', kind: 'refinement', text: `Use ${token}.` },
  ],
  failures: [
    {
      key: '00000004',
      attempt: 'npm test',
      times: 2,
      error: 'TypeError: x',
      cause: null,
      resolution: 'passed',
    },
    { key: '00000005', attempt: null, error: null, cause: null, resolution: null },
  ],
  corrections: [
    { key: '00000006', what: 'Removed a loop', reason: null, path: 'a.ts', before: 'b', after: null },
  ],
}

function check(body: string, given: Draft | null = evidence): Check {
  return checkPullRequest(createPullRequest({ body }), {
    policy: defaultPolicy,
    policySha: null,
    policyProblems: [],
    evidence: given,
    generatedAt: '2026-11-26T00:00:00.000Z',
    version: '0.0.0',
  })
}

describe('evidence', () => {
  it('makes use known where nobody says anything, redacted and by its own basis', () => {
    const { record } = check('Adds a retry.')
    assert.deepEqual(parseRecord(JSON.stringify(record)), record)
    assert.deepEqual([record.ai_use, record.ai_use_basis], ['used', 'signal'])
    assert.deepEqual(
      record.prompts.map(({ text, basis }) => [text, basis]),
      [
        ['Add a retry.', 'transcript'],
        ['Use [REDACTED:github-token-1].', 'transcript'],
      ],
    )
    assert.deepEqual(
      record.failures.map(({ summary, error, resolution, basis }) => [summary, error, resolution, basis]),
      [['npm test (2 times)', 'TypeError: x', 'passed', 'transcript']],
    )
    assert.deepEqual(
      record.corrections.map(({ summary, path, before, basis }) => [summary, path, before, basis]),
      [['Removed a loop', 'a.ts', 'b', 'transcript']],
    )
    assert.deepEqual(record.completeness.present, ['tools', 'prompts', 'failures', 'corrections'])
    assert.deepEqual(record.sources.at(-1), { source: 'transcript', commit_sha: null, state: 'read' })
    const [tool] = record.tools
    assert.deepEqual(
      [tool?.tool_id, tool?.model_id, tool?.basis],
      ['claude-code', 'claude-opus-4-6', 'transcript'],
    )
  })

  it('stands beside what people say, and repeats none of it', () => {
    const told = evidence.prompts.map((row) => ({
      ...row,
      text: row.text.replace(/ghp_\w+/, '[REDACTED:github-token-1]'),
    }))
    const { record } = check(
      '## AI worklog\n\n### Tools\n\n- Claude Code 2.1.40 (claude-opus-4-6)\n\n### Prompts\n\n1. > Add\n   > a retry.\n2. > Use [REDACTED:github-token-2].\n\n### Failed attempts\n\n- **Error:** TypeError: x\n  **Cause:** a guess\n',
      { ...evidence, prompts: told },
    )
    assert.deepEqual(record.ai_use_basis, 'statement')
    assert.deepEqual(
      [...record.tools, ...record.prompts, ...record.failures].map(({ basis }) => basis),
      ['declared', 'declared', 'declared', 'declared'],
    )
    assert.deepEqual(
      record.corrections.map(({ seq, basis }) => [seq, basis]),
      [[1, 'transcript']],
    )
  })

  it('contradicts a denial, which is reported and not resolved', () => {
    const { record } = check('## AI worklog\n\nNo AI was used.\n')
    assert.equal(record.ai_use, 'none')
    assert.deepEqual(
      record.findings.map(({ rule, reason }) => [rule, reason]),
      [
        [
          'contradiction',
          'The description says that no AI was used, but a transcript in the job points to Claude Code',
        ],
      ],
    )
  })

  it('is nothing without a tool', () => {
    const none = { ...evidence, tools: [] }
    assert.deepEqual(check('Adds a retry.', none).record, check('Adds a retry.', null).record)
  })
})
