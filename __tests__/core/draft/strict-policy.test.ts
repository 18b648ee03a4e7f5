// A draft, and what a human adds to it, pass the strictest policy; the record says what the draft said.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { mergeDraft } from '../../../src/core/draft/merge-draft.ts'
import { redactDraft } from '../../../src/core/draft/redact-draft.ts'
import { renderDraft } from '../../../src/core/draft/render-draft.ts'
import { extractRecord } from '../../../src/core/extract-record.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { noRedaction } from '../../../src/core/redact/redaction.ts'
import { tellDraft, tellRows } from '../../support/tell-draft.ts'

const { policy: strict } = readPolicy([
  {
    file: 'policy.yml',
    text: readFileSync(new URL('../../../examples/policy.yml', import.meta.url), 'utf8'),
  },
])

const draft: Draft = {
  tools: [
    { key: '00000001', name: 'Claude Code', version: '2.1.40', model: 'claude-opus-4-6' },
    { key: '00000002', name: 'Codex', version: '0.169.0', model: 'gpt-5.3-codex' },
  ],
  prompts: [
    { key: '00000003', kind: 'initial', text: 'Add retries with full jitter.' },
    { key: '00000004', kind: 'refinement', text: 'None of this:\n\n```ts\nretry()\n```\n\nFixes #12' },
  ],
  failures: [
    {
      key: '00000005',
      attempt: 'npm test',
      error: 'TypeError: client.retry is not a function',
      cause: 'it assumed the API of another library',
      resolution: 'read `src/http/client.ts` first',
    },
    { key: '00000006', attempt: 'npm run build', error: 'TS2345', cause: null, resolution: null },
  ],
  corrections: [
    {
      key: '00000007',
      what: 'replaced the busy loop',
      reason: null,
      path: 'src/wait-for.ts',
      before: 'while (true) {}\n',
      after: 'await timer()\n',
    },
  ],
}

function check(body: string, policy: Policy) {
  return checkPullRequest(createPullRequest({ body, number: 1, repository: 'o/r', host: 'github.com' }), {
    policy,
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '1.0.0',
  })
}

/** What a human does with the draft. */
function finish(body: string): string {
  return body
    .replaceAll('- [ ]', '- [x]')
    .replace('<!-- commands, results -->', '`npm test`, 412 passed')
    .replace('<!-- what was asked for -->', 'nothing is sent twice')
    .replace('<!-- what had to hold -->', 'no new dependency')
    .replace('**Cause:** <!-- why -->', '**Cause:** a wrong type')
    .replace('**Resolution:** <!-- what you changed -->', '**Resolution:** fixed it')
    .replace('**Why:** <!-- why -->', '**Why:** it kept one core busy')
}

it('a finished draft passes, and the record says the same', () => {
  const clean = redactDraft(draft, strict.privacy, noRedaction)
  const body = finish(mergeDraft('Retry requests.\n', clean, { version: '1.0.0' }).body)
  const { result, record } = check(body, strict)
  assert.deepEqual(record.findings, [])
  assert.equal(result, 'pass')
  const { failures, corrections, ...said } = tellDraft(draft)
  const [first, second] = failures
  assert.deepEqual(tellRows(record), {
    ...said,
    failures: [first, { ...second, cause: 'a wrong type', resolution: 'fixed it' }],
    corrections: [{ ...corrections[0], reason: 'it kept one core busy' }],
  })
  assert.deepEqual(record.drafted_by, { name: 'ai-worklog', version: '1.0.0' })
  assert.ok(
    [...record.tools, ...record.prompts, ...record.failures].every(({ basis }) => basis === 'declared'),
  )
  assert.deepEqual(record.completeness.missing, [])
  assert.deepEqual(record.context.linked_issues, [])
})

it('an unfinished one says what is missing', () => {
  const { result, record } = check(mergeDraft('', draft, { version: '1.0.0' }).body, strict)
  assert.equal(result, 'fail')
  assert.deepEqual(
    record.findings.map(({ reason }) => reason),
    [
      'Failed attempt 2 has no cause and no resolution',
      'Manual correction 1 has no reason',
      '`Context` still holds only the text of the template',
      '`Human review` still holds only the text of the template',
    ],
  )
})

for (const prompts of ['length', 'omit'] as const) {
  it(`with \`privacy.prompts: ${prompts}\` it passes without a prompt`, () => {
    const policy: Policy = {
      ...strict,
      privacy: { prompts, author: 'omit' },
      rules: { ...strict.rules, 'verbatim-prompt': 'error' },
    }
    const clean = redactDraft(draft, policy.privacy, noRedaction)
    const body = finish(mergeDraft('', clean, { version: '1.0.0' }).body)
    assert.doesNotMatch(body, /full jitter/)
    const { result, record } = check(body, policy)
    assert.deepEqual(record.findings, [])
    assert.equal(result, 'pass')
    assert.deepEqual(record.prompts, [])
  })
}

describe('text below a drafted section', () => {
  it('answers none of its sections', () => {
    const body = renderDraft(
      {
        tools: [{ key: '00000001', name: 'Cursor', version: null, model: null }],
        prompts: [],
        failures: [],
        corrections: [],
      },
      { version: '1.0.0' },
    )
    const states = (text: string) =>
      extractRecord(createPullRequest({ body: text }), {
        generatedAt: '2026-11-26T00:00:00.000Z',
        version: '1.0.0',
      }).sections.map(({ state }) => state)
    assert.deepEqual(states(`${body}\nFixes #12. It is ready to be read.\n`), states(body))
    assert.equal(states(body).at(-1), 'template')
  })
})
