// No text makes a record without bounds, and one that was cut says so.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createPullRequest, type PullRequest } from '../../../src/core/pull-request.ts'
import { maxFindings, maxPlaces, maxRows, maxTools, RowLimits } from '../../../src/core/record/limit-rows.ts'
import { serializeRecord } from '../../../src/core/record/serialize.ts'
import { renderSummary } from '../../../src/core/render/render-summary.ts'
import { assertHarmless, checkHostile } from '../../support/hostile-pull-requests.ts'

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('')
const body = (section: string, count: number, line: (index: number) => string) =>
  createPullRequest({ body: `## AI worklog\n\n### ${section}\n\n${many(count, line)}` })
const commits = (line: (index: number) => string) =>
  createPullRequest({
    commits: Array.from({ length: 250 }, (_, index) => ({
      sha: String(index).padStart(40, '0'),
      message: `Subject\n\n${many(100, (at) => line(index * 100 + at))}`,
      author: null,
      committer: null,
    })),
  })

const cases: [what: string, pullRequest: PullRequest, list: string, rows: number][] = [
  ['prompts', body('Prompts', 1001, (index) => `- Do ${index}\n`), 'prompts', maxRows],
  ['failed attempts', body('Failed attempts', 1001, (index) => `- It broke ${index}\n`), 'failures', maxRows],
  [
    'manual corrections',
    body('Manual corrections', 1001, (index) => `- Renamed ${index}\n`),
    'corrections',
    maxRows,
  ],
  ['tools', commits((index) => `Assisted-by: Claude Code v${index}\n`), 'tools', maxTools],
  [
    'traces of AI',
    commits((index) => `Co-authored-by: Claude Opus <a${index}@anthropic.com>\n`),
    'signals',
    maxRows,
  ],
  ['links to sessions', commits((index) => `https://claude.ai/chat/${index}\n`), 'links', maxRows],
]

for (const [what, pullRequest, list, rows] of cases) {
  it(`has the first of too many ${what}`, () => {
    const check = checkHostile(pullRequest)
    const { record } = check
    assertHarmless(check, pullRequest)
    assert.equal((record[list as keyof typeof record] as unknown[]).length, rows)
    assert.ok(record.tools.every(({ places }) => places.length <= maxPlaces))
    const reason = `Cut here: there are more ${what} than a record holds, it has the first of them`
    assert.equal(record.findings.filter((finding) => finding.reason === reason).length, 1)
    assert.ok(record.findings.length <= maxFindings)
    assert.ok(serializeRecord(record).length < 2_000_000)
    assert.ok(Buffer.byteLength(renderSummary(check)) < 1_048_576)
  })
}

it('names the places of a tool up to a limit', () => {
  const { record } = checkHostile(commits((index) => `Assisted-by: Claude Code for part ${index}\n`))
  assert.equal(record.tools[0]?.places.length, maxPlaces)
})

it('leaves the least severe findings out, and says how many', () => {
  const pullRequest = body('Failed attempts', 900, (index) => `- It broke ${index}\n`)
  const { record, result } = checkHostile(pullRequest)
  const [first] = record.findings
  assert.equal(result, 'fail')
  assert.equal(record.findings.length, maxFindings)
  assert.deepEqual(
    [first?.rule, first?.severity, first?.reason],
    ['too-many-findings', 'warning', 'Cut here: 405 more findings are not listed'],
  )
  assert.ok(record.findings.some(({ severity }) => severity === 'error'))
  assert.deepEqual(
    record.findings.map(({ seq }) => seq),
    record.findings.map((_, index) => index + 1),
  )
})

it('bounds a list by its characters too', () => {
  const limits = new RowLimits()
  assert.deepEqual(limits.fit('a', ['x'.repeat(500_000), 'y']), ['x'.repeat(500_000), 'y'])
  assert.equal(limits.fit('b', Array(5).fill('\0'.repeat(40_000))).length, 2)
  assert.deepEqual(limits.fit('c', [1, 2, 3], 2), [1, 2])
  assert.deepEqual(limits.cut, ['b', 'c'])
})
