// Rows that nobody wrote are marked wherever people read them.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Check, checkPullRequest } from '../../../src/core/check-pull-request.ts'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { renderSummary } from '../../../src/core/render/render-summary.ts'
import { formatCheck } from '../../../src/report/format-check.ts'

const evidence: Draft = {
  tools: [{ key: '00000001', name: 'Claude Code', version: '2.1.40', model: null }],
  prompts: [{ key: '00000002', kind: 'initial', text: 'Add a retry.' }],
  failures: [{ key: '00000003', attempt: 'npm test', error: 'TypeError: x', cause: null, resolution: null }],
  corrections: [
    { key: '00000004', what: 'Removed a loop', reason: null, path: 'a.ts', before: null, after: null },
  ],
}

function check(body: string): Check {
  return checkPullRequest(createPullRequest({ body }), {
    policy: defaultPolicy,
    policySha: null,
    policyProblems: [],
    evidence,
    generatedAt: '2026-11-26T00:00:00.000Z',
    version: '0.0.0',
  })
}

const rowsOf = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => /^\| (?:Tools|Prompts|Failed|Manual)/.test(line))
    .map((line) => line.replace(/ +/g, ' '))

describe('evidence as it is shown', () => {
  it('is said to be of a transcript where nobody wrote anything', () => {
    const result = check('Retries.')
    const summary = renderSummary(result)
    assert.match(summary, /\nAI was used: Claude Code \(as a transcript shows\)\. /)
    assert.deepEqual(rowsOf(summary), [
      '| Tools | ✅ read from a transcript | Claude Code 2.1.40 (from a transcript) |',
      '| Prompts | ✅ read from a transcript | 1 prompt (from a transcript) |',
      '| Failed attempts | ✅ read from a transcript | 1 failed attempt (from a transcript) |',
      '| Manual corrections | ✅ read from a transcript | 1 manual correction (from a transcript) |',
    ])
    assert.match(summary, /- \*\*npm test\*\* \(from a transcript\)\n/)
    assert.match(summary, /- \*\*Removed a loop\*\* \(from a transcript\) in `a\.ts`\n/)
    assert.deepEqual(formatCheck(result, { color: false }).split('\n').slice(1, 9), [
      '  tools',
      '    - Claude Code 2.1.40 (from a transcript)',
      '  prompts',
      '    - initial (from a transcript): Add a retry.',
      '  failed attempts',
      '    - npm test (from a transcript)',
      '  manual corrections',
      '    - Removed a loop (from a transcript)',
    ])
  })

  it('is told apart from what someone wrote', () => {
    const body =
      '## AI worklog\n\n### Tools\n\nClaude Code 2.1.40\n\n### Prompts\n\n1. > Make it robust.\n\n### Failed attempts\n\nNone'
    const summary = renderSummary(check(body))
    assert.match(summary, /\nAI was used: Claude Code \(as stated\)\. /)
    assert.deepEqual(rowsOf(summary).slice(0, 2), [
      '| Tools | ✅ documented | Claude Code 2.1.40 |',
      '| Prompts | ✅ documented | 2 prompts, 1 of them from a transcript |',
    ])
  })

  it('keeps its mark when a long summary is cut', () => {
    const long = {
      ...evidence,
      failures: evidence.failures.map((row) => ({ ...row, attempt: 'x '.repeat(200) })),
    }
    const result = checkPullRequest(createPullRequest({ body: '' }), {
      policy: defaultPolicy,
      policySha: null,
      policyProblems: [],
      evidence: long,
      generatedAt: '2026-11-26T00:00:00.000Z',
      version: '0.0.0',
    })
    assert.match(formatCheck(result, { color: false }), /^ {4}- (?:x )+x?… \(from a transcript\)$/m)
  })
})
