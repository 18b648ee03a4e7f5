// The report as people and programs read it.

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { renderReport } from '../../../src/dataset/report/render-report.ts'
import { serializeReport } from '../../../src/dataset/report/report-json.ts'
import type { ReportResults } from '../../../src/dataset/report/report-results.ts'
import { escapeLines } from '../../../src/report/escape-commands.ts'
import { createValidator, readSchema } from '../../schema/create-validator.ts'
import { assertInert, assertInertJson, assertInertMarkdown } from '../../support/assert-inert.ts'
import { hostileText } from '../../support/hostile-texts.ts'
import type { PullRequestRows } from '../../support/report-rows.ts'
import { runReportOn } from '../../support/run-report-on.ts'

const claude = { tool_id: 'claude-code', name: 'Claude Code', version: '2.1.40' }
const failure = {
  summary: 'Invented `readJson`',
  cause: 'old docs',
  resolution: 'read the source',
  category: 'hallucinated_api',
}
const correction = {
  summary: 'Removed a dependency',
  reason: 'the library has it',
  category: 'unwanted_dependency',
}

const render = async (pullRequests: readonly PullRequestRows[]) =>
  renderReport(await runReportOn(pullRequests)).markdown

/** One of sixty: each fifth without a word about AI, each sixth with a failed attempt. */
function manyOf(index: number): PullRequestRows {
  const says = index % 5 !== 0
  const fails = index % 6 === 1
  const name = index % 2 === 0 ? 'app' : 'lib'
  return {
    created_month: 202608 + (index % 3),
    merged: index % 4 !== 0,
    ai_use: says ? 'used' : 'unknown',
    repository: `octo/${name}`,
    url: `https://github.com/octo/${name}/pull/${index + 1}`,
    tools: says ? [claude] : [],
    failures: fails ? [{ ...failure, summary: `Invented \`readJson\` ${index}` }] : [],
    corrections: index === 2 ? [correction] : [],
    sections: { failures: fails ? 'answered' : 'absent' },
    areas: [{ area: 'src/core' }],
    findings: [{ rule: 'failures', severity: 'warning' }],
  }
}

describe('renderReport', () => {
  it('says that there is nothing', async () => {
    assert.equal(await render([]), '## AI worklog report\n\nThere are no pull requests yet.\n')
  })

  it('has no percentage of few', async () => {
    const markdown = await render([
      { tools: [claude], failures: [failure], sections: { failures: 'answered' } },
      { ai_use: 'unknown' },
    ])
    assert.match(markdown, /^2 pull requests of 1 repository, opened in 2026-10\.$/m)
    assert.match(
      markdown,
      /^- AI was used in 1 of 2; the author states that none was in 0 of 2; unknown in 1 of 2: nothing said is not “none”\.$/m,
    )
    assert.match(
      markdown,
      /^There are fewer than 10 pull requests: read the counts as single cases, not as findings\.$/m,
    )
    assert.match(
      markdown,
      /^A category is stated in 1 of 1 failed attempt; none is guessed\. .* These are too few to conclude anything from\.$/m,
    )
    assert.doesNotMatch(markdown, /%/)
    assert.doesNotMatch(markdown, /mermaid/)
  })

  it('shows as unknown what nobody knows', async () => {
    const markdown = await render([
      { state: null, merged: null, created_month: null, repository: null, ai_use: 'unknown' },
    ])
    assert.match(markdown, /^1 pull request\.$/m)
    assert.match(markdown, /^\| unknown \| 1 +\| 0 of 1 +\| 0 of 1 +\| 1 of 1 +\| – +\|$/m)
    assert.match(
      markdown,
      /Left out, since it is known of no pull request: `merged`, `state`, `reverted_by`, `review_decision`, `human_reviewed`, `tests_run`\./,
    )
    assert.match(markdown, /^No pull request names a tool\.$/m)
    assert.match(
      markdown,
      /No pull request tells of a failed attempt\. That does not mean that there was none\./,
    )
  })

  describe('of many', () => {
    let results: ReportResults
    let markdown: string
    before(async () => {
      results = await runReportOn(Array.from({ length: 60 }, (_, index) => manyOf(index)))
      markdown = renderReport(results).markdown
    })

    it('says the most important in sentences', () => {
      assert.equal(
        markdown.split('\n### ')[0],
        `## AI worklog report

60 pull requests of 2 repositories, opened from 2026-08 to 2026-10.

- AI was used in 48 (80 %); the author states that none was in 0 (0 %); unknown in 12 (20 %): nothing said is not “none”.
- Merged, of the closed ones with AI used: 75 % of 48 (61–86 %).
- Told: 10 failed attempts in 10 pull requests, and 1 manual correction in 1 pull request. What is not told is not known to be absent.
- Of 60 pull requests 48 name a tool, 48 its version, 0 its model.

Counts below 10 are single cases, not findings, and have no percentage. A range such as \`48–72 %\` is the 95 % interval: where ranges overlap, these numbers show no clear difference.
`,
      )
    })

    it('draws adoption over time', () => {
      assert.match(
        markdown,
        /```mermaid\nxychart-beta\n.*\n {2}x-axis \["2026-08", "2026-09", "2026-10"\]\n.*\n {2}bar \[20, 20, 20\]\n {2}line \[16, 16, 16\]\n```/,
      )
    })

    it('says where AI fails, by tool, version and area', () => {
      assert.match(markdown, /^\| hallucinated api \| 8 +\| 0 +\| 2 +\| 10 +\| 10 +\| 10 +\|$/m)
      assert.match(markdown, /^\| Claude Code \| `2\.1\.40` \| hallucinated api \| 8 +\| 8 +\|$/m)
      assert.match(
        markdown,
        /^\| `octo\/lib` \| `src\/core` \| 30 +\| 24 +\| 10 +\| 0 +\| hallucinated api 10 +\|$/m,
      )
    })

    it('lists the lessons with links', () => {
      assert.match(
        markdown,
        /^- \*\*Invented \\`readJson\\` 1\*\* — because old docs → read the source \(Claude Code 2\.1\.40, hallucinated api, 2026-09, \[octo\/lib pull request 2\]\(https:\/\/github\.com\/octo\/lib\/pull\/2\)\)$/m,
      )
      assert.match(markdown, /^- \*\*Removed a dependency\*\* — because the library has it \(/m)
    })

    it('says how much is known', () => {
      assert.match(markdown, /^\| `tools\.version` +\| 48 \(100 %\) +\| 48 tools +\| 48 +\|$/m)
      assert.match(markdown, /^\| `ai_use` +\| 48 \(80 %\) +\| 60 pull requests +\| 48 +\|$/m)
    })

    it('gives JSON as the schema says, the same bytes each time', async () => {
      const about = { datasetVersion: '1.2.0', asOf: '2026-11-01T00:00:00Z' }
      const { json } = renderReport(results, about)
      const validate = createValidator().compile(await readSchema('report.v1'))
      assert.ok(validate(json), JSON.stringify(validate.errors))
      const { properties } = await readSchema('report.v1')
      assert.deepEqual(Object.keys(json), Object.keys(properties as object))
      assert.equal(serializeReport(json), serializeReport(renderReport(results, about).json))
      assert.match(
        renderReport(results, about).markdown,
        / 2026-10\. Version 1\.2\.0 of the dataset, as of 2026-11-01T00:00:00Z\.$/m,
      )
      assert.equal(renderReport(results).markdown, markdown)
    })
  })
})

describe('strangers’ texts', () => {
  const hostileRows = (texts: readonly string[]): PullRequestRows[] => {
    const pick = (index: number) => (texts[index % texts.length] ?? '').replaceAll('\0', '') || 'x'
    return [0, 1].map((shift) => ({
      repository: pick(shift),
      url: pick(shift + 1),
      record_id: pick(shift + 2),
      ai_use: 'used',
      tools: [{ name: pick(shift + 3), version: pick(shift + 4), model_id: pick(shift + 5) }],
      failures: [
        {
          summary: pick(shift + 1),
          cause: pick(shift + 2),
          resolution: pick(shift + 3),
          category: pick(shift),
        },
      ],
      corrections: [
        { summary: pick(shift + 4), reason: pick(shift + 5), path: pick(shift), category: pick(shift + 1) },
      ],
      sections: { [pick(shift)]: pick(shift + 1), tools: 'answered' },
      areas: [{ area: pick(shift + 2) }],
      findings: [{ rule: pick(shift + 3), severity: pick(shift + 4) }],
    }))
  }

  it('load, link and mention nothing and act on no terminal or runner', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText(300), { minLength: 6, maxLength: 6 }), async (texts) => {
        const { markdown, json } = renderReport(await runReportOn(hostileRows(texts)))
        assertInertMarkdown(markdown)
        assertInert(escapeLines(markdown))
        assertInertJson(serializeReport(json), JSON.parse(JSON.stringify(json)))
      }),
      { numRuns: 8 },
    )
  })

  it('do not rename a tool that the vocabulary knows', async () => {
    const markdown = await render([{ tools: [{ tool_id: 'claude-code', name: 'Aardvark' }] }])
    assert.match(markdown, /^\| Claude Code \|/m)
    assert.doesNotMatch(markdown, /Aardvark/)
  })

  it('are cut, and the report with them, to 200,000 bytes', async () => {
    const worst = '@😀'.repeat(500)
    const pullRequests = Array.from({ length: 60 }, (_, index) => ({
      repository: `${index}${worst}`,
      tools: [{ name: `${index}${worst}`, version: `${index}${worst}` }],
      failures: [{ summary: `${index}${worst}`, cause: worst, resolution: worst }],
      corrections: [{ summary: `${index}${worst}`, reason: worst, path: worst }],
      areas: [{ area: `${index}${worst}` }],
    }))
    const markdown = await render(pullRequests)
    assert.ok(Buffer.byteLength(markdown) <= 200_000)
    assert.match(markdown, /more in `report\.json`\./)
    assert.ok(links(markdown).length === 0)
  })
})

function links(markdown: string): string[] {
  const found: string[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'link') found.push(node.url)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
  return found
}
