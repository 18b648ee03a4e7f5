// What `check --fix` adds, and that it adds nothing twice and changes nothing else.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Check, checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { addSkeleton } from '../../../src/core/fix/add-skeleton.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { hostileBodies } from '../../support/hostile-bodies.ts'

const all =
  'require:\n  statement: true\n  sections: [tools, prompts, failures, corrections, context, review]\n'

function check(body: string): Check {
  const { policy } = readPolicy([{ text: all, file: 'policy.yml' }])
  return checkPullRequest(createPullRequest({ body }), {
    policy,
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-11-26T00:00:00.000Z',
    version: '0.0.0',
  })
}

const fix = (body: string) => addSkeleton(body, check(body))

describe('a skeleton', () => {
  it('is the whole section where nothing is said', () => {
    const { body, added } = fix('Fixes a typo.')
    assert.deepEqual(added, ['AI worklog'])
    assert.match(
      body,
      /^Fixes a typo\.\n\n## AI worklog\n\n<!-- If no AI was used, [^\n]+ -->\n\n### Tools\n/,
    )
    assert.match(body, /\*\*Verification:\*\* <!-- commands, results -->\n$/)
  })

  it('is the whole section of an empty body, with nothing above it', () => {
    assert.match(fix('').body, /^## AI worklog\n/)
  })

  it('follows the sections that are there, as deep as they are', () => {
    const { body, added } = fix(
      '## AI worklog\n\n#### Tools\n\n- Cursor 1.7\n\n#### Prompts\n\n> Fix it.\n\n#### Failed attempts\n\nNone\n\n#### Context\n\nNone\n\n#### Human review\n\n- [x] I have read it\n',
    )
    assert.deepEqual(added, ['Manual corrections'])
    assert.ok(
      body.endsWith(
        '- [x] I have read it\n\n#### Manual corrections\n\n- **What:** <!-- what you changed -->\n  **Why:** <!-- why -->\n  **File:** <!-- path -->\n',
      ),
    )
  })

  it('stands apart from sentences that would become its answer', () => {
    const prompt = 'Prompt: Add retries to the client.\n\n'
    for (const rest of [
      'It also closed the socket, which I liked.\n\nThis was a test of Gemini 2.5 Pro under Windsurf.',
      '**Testing**\n\nnpm test',
      '#### Testing\n\nnpm test',
    ]) {
      const before = check(prompt + rest)
      const { body, added } = addSkeleton(prompt + rest, before)
      assert.ok(body.startsWith(`${prompt + rest}\n\n## AI worklog\n\n### `), body)
      const after = check(body)
      const answered = ({ record }: Check) =>
        record.sections.filter(({ state }) => state === 'answered').length
      assert.deepEqual(after.record.tools, before.record.tools)
      assert.equal(answered(after), answered(before))
      assert.ok(added.includes('Human review'))
    }
  })

  it('goes between sections and a title that ends them', () => {
    const body = '## AI worklog\n\n### Tools\n\n- Cursor 1.7\n\n'
    for (const rest of [
      '## Testing\n\nnpm test\n',
      '\n\n\n## Testing\n',
      '</details>\n\n# Testing\n',
      '<!-- end -->\n',
    ]) {
      assert.ok(fix(body + rest).body.startsWith(`${body}### Prompts\n`), rest)
      assert.ok(fix(body + rest).body.endsWith(`\n\n${rest}`), rest)
    }
  })

  it('fills in a title without content', () => {
    const { body, added } = fix(
      '## AI worklog\n\nCursor 1.7\n\n### Prompts\n\n### Failed attempts\n\nNone\n\n### Manual corrections\n\nNone\n\n### Context\n\nNone\n\n### Human review\n\n- [x] I have read it\n',
    )
    assert.deepEqual(added, ['Prompts'])
    assert.match(
      body,
      /### Prompts\n\n1\. > <!-- the first prompt, word for word -->\n2\. > <!-- a refinement -->\n\n### Failed/,
    )
  })

  it('keeps CRLF', () => {
    const { body } = fix('Used Cursor.\r\n\r\n## AI worklog\r\n\r\nCursor 1.7\r\n')
    assert.doesNotMatch(body, /[^\r]\n/)
  })

  it('is nothing where all is answered, denied or exempt', () => {
    const body = '## AI worklog\n\nNo AI was used.\n'
    assert.deepEqual(fix(body), { body, added: [] })
  })

  it('is added once, and answers nothing', () => {
    for (const text of [
      '',
      'Fixes a typo.',
      '## AI worklog\n\nCursor 1.7',
      '### Prompts\n\n## AI worklog\n\nCursor',
    ]) {
      const { body } = fix(text)
      assert.deepEqual(fix(body), { body, added: [] }, JSON.stringify(text))
      const before = check(text).record
      const after = check(body).record
      assert.deepEqual([after.ai_use, after.completeness], [before.ai_use, before.completeness])
    }
  })

  it('leaves every line of a hostile body where it is', () => {
    for (const { name, body } of hostileBodies) {
      if (body === null || body.length > 20_000) continue
      const { body: fixed } = fix(body)
      let at = 0
      for (const line of body.split(/\r\n|\r|\n/)) {
        const found = fixed.indexOf(line, at)
        assert.ok(found >= 0, `${name}: ${line.slice(0, 80)}`)
        at = found + line.length
      }
    }
  })
})
