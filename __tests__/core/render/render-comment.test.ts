// The comment on a pull request: what it says, and that it fits whatever the record holds.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WorklogRecord } from '../../../src/core/record/schema.ts'
import { renderComment } from '../../../src/core/render/render-comment.ts'
import { checkFixture, readFixtures } from '../../support/fixtures.ts'

const plain = readFixtures().find(({ name }) => name === 'empty-body')
assert.ok(plain)
const read = (body: string, policy: string | null = null): WorklogRecord =>
  checkFixture({ ...plain, policy, pullRequest: { ...plain.pullRequest, body } }).record
const used = 'I used Claude Code 2.1.'

/** A record with `count` findings of `length` characters each. */
function withFindings(count: number, length: number): WorklogRecord {
  const record = read(used)
  const [finding] = record.findings
  assert.ok(finding)
  const reason = '<*_`'.repeat(length / 4)
  return {
    ...record,
    findings: Array.from({ length: count }, () => ({
      ...finding,
      rule: 'tool-version',
      reason,
      expected: reason,
    })),
  }
}

describe('renderComment', () => {
  it('asks for nothing when nothing is asked', () => {
    for (const body of ['', 'Fixes a typo.', '## AI worklog\n\nNo AI was used.']) {
      const { asks, markdown } = renderComment(read(body))
      assert.equal(asks, false)
      assert.match(markdown, /^### AI worklog\n\nNothing is left to do here\. /)
    }
    assert.equal(renderComment(read(used, 'mode: observe\n')).asks, false)
  })

  it('says whether the check depends on it', () => {
    assert.match(
      renderComment(read(used)).markdown,
      /\n\nThis would complete the description; nothing is blocked by it:\n/,
    )
    const enforced = renderComment(read(used, 'mode: enforce\n')).markdown
    assert.match(enforced, /\n\nThe check passes once the description has this:\n/)
  })

  it('names the line of the description', () => {
    const body =
      '## AI disclosure\n\nNo AI was used.\n\n### Failed attempts\n\nIt used a function that does not exist.\n'
    assert.match(renderComment(read(body)).markdown, /\(line \d+ of the description\)/)
  })

  it('does not judge', () => {
    for (const policy of [null, 'mode: enforce\n']) {
      const { markdown } = renderComment(read(used, policy))
      assert.doesNotMatch(markdown, /❌|⚠|\b(?:must|violat|invalid|please|sorry|required to)\b/i)
    }
  })

  for (const [count, length] of [
    [51, 20],
    [400, 2000],
    [50, 2000],
    [1, 100_000],
  ] as const) {
    it(`fits with ${count} findings of ${length} characters`, () => {
      const started = performance.now()
      const { markdown } = renderComment(withFindings(count, length))
      assert.ok(performance.now() - started < 2000)
      assert.ok(markdown.length <= 65_000, `${markdown.length}`)
      const shown = markdown.match(/`tool-version`/g)?.length ?? 0
      const [, cut = '0'] =
        /^Cut here: (\d+) more findings? (?:is|are) in the summary of the run/m.exec(markdown) ?? []
      assert.equal(shown + Number(cut), count)
    })
  }
})
