// What the core renders: templates, sentences and the job summary.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sectionNames } from '../../../src/core/record/section-name.ts'
import { describeAiUse, describeVerdict } from '../../../src/core/render/describe-check.ts'
import { renderSections, renderTemplate } from '../../../src/core/render/render-section-template.ts'
import { renderSnippet } from '../../../src/core/render/render-snippet.ts'
import { renderSummary } from '../../../src/core/render/render-summary.ts'
import { toSafeText } from '../../../src/core/render/safe-text.ts'
import { wantedSections } from '../../../src/core/render/wanted-sections.ts'
import { documentedBody } from '../../support/examples.ts'
import { checkFixture, type Fixture, readFixtures } from '../../support/fixtures.ts'

const plain = readFixtures().find(({ name }) => name === 'empty-body')
assert.ok(plain)
const check = (body: string, policy: Fixture['policy'] = null, commits: readonly string[] = []) =>
  checkFixture({
    ...plain,
    policy,
    pullRequest: {
      ...plain.pullRequest,
      body,
      commits: commits.map((message) => ({ sha: 'a'.repeat(40), message, author: null, committer: null })),
    },
  })

describe('the template', () => {
  it('is untouched when nobody filled it in', () => {
    const { record, result } = check(renderTemplate(), 'mode: enforce\n')
    assert.equal(result, 'pass')
    assert.equal(record.ai_use, 'unknown')
    assert.deepEqual(record.findings, [])
    assert.deepEqual(
      record.sections.filter(({ state }) => state === 'answered' || state === 'denied'),
      [],
    )
    assert.deepEqual([record.tools, record.prompts, record.failures, record.corrections], [[], [], [], []])
  })

  it('is answered section by section', () => {
    const snippets = sectionNames.map((name) => renderSections([name]))
    assert.equal(renderSections(sectionNames), snippets.join('\n'))
    assert.match(renderSections(['failures'], 2), /^## Failed attempts\n\n- \*\*Error:\*\* </)
    for (const snippet of snippets) {
      const { record } = check(`## AI worklog\n\n${snippet}`, 'mode: enforce\n')
      assert.deepEqual(record.findings, [])
    }
  })

  it('can be denied as its note says', () => {
    const { record } = check('## AI worklog\n\nNo AI was used\n')
    assert.equal(record.ai_use, 'none')
  })
})

describe('describeVerdict and describeAiUse', () => {
  const describeCheck = (...args: Parameters<typeof check>) => {
    const { record } = check(...args)
    return [describeVerdict(record), describeAiUse(record)]
  }

  it('say that nothing was said', () => {
    assert.deepEqual(describeCheck('Fixes a typo.'), [
      '✅ AI worklog: nothing said about AI, nothing asked',
      'The description does not say whether AI was used.',
    ])
  })

  it('say that no AI was used', () => {
    assert.deepEqual(describeCheck('## AI disclosure\n\nNone'), [
      '✅ AI worklog: no AI used',
      'The author states that no AI was used.',
    ])
  })

  it('count what there is to look at, or to fix', () => {
    const policy = 'require:\n  sections: [tools, review]\n'
    assert.deepEqual(describeCheck('## AI disclosure\n\nI used AI.', policy), [
      '⚠️ AI worklog: 2 things to look at',
      'AI was used (as stated). 0 of 6 sections are documented.',
    ])
    assert.deepEqual(describeCheck('## AI worklog\n\n### Tools\n\nCursor 1.7', `mode: enforce\n${policy}`), [
      '❌ AI worklog: 1 thing to fix',
      'AI was used: Cursor (as stated). 1 of 6 sections are documented.',
    ])
  })

  it('ask nobody to fix a pull request that is closed', () => {
    const { record } = check(
      '## AI worklog\n\n### Tools\n\nCursor 1.7',
      'mode: enforce\nrequire:\n  sections: [review]\n',
    )
    const closed = { ...record, source: { ...record.source, state: 'closed' as const } }
    assert.match(describeVerdict(record), /^❌ AI worklog: \d things? to fix$/)
    assert.match(describeVerdict(closed), /^⚠️ AI worklog: \d things? to look at$/)
  })

  it('say what a trace shows', () => {
    const [, use] = describeCheck('x', null, ['x\n\nCo-authored-by: Cursor <cursoragent@cursor.com>'])
    assert.equal(
      use,
      'AI was used: Cursor (as a trailer, footer or bot author shows). 1 of 6 sections are documented.',
    )
  })

  it('say that everything is documented', () => {
    assert.deepEqual(describeCheck(documentedBody), [
      '✅ AI worklog: documented',
      'AI was used: Claude Code, GitHub Copilot (as stated). 6 of 6 sections are documented.',
    ])
  })
})

describe('wantedSections', () => {
  it('are those of `required-section`, in the order of the record', () => {
    const { record } = check('## AI worklog\n\n### Prompts\n\n> a\n\n### Failed attempts\n\nTODO\n')
    assert.deepEqual(wantedSections(record), ['tools', 'failures', 'corrections', 'review'])
  })
})

describe('renderSnippet', () => {
  const asking = 'require:\n  statement: true\n'

  it('is the whole section where nothing is said and something must be', () => {
    assert.equal(renderSnippet(check('Fixes a typo.', asking).record), renderTemplate())
    assert.equal(renderSnippet(check('Fixes a typo.').record), '')
  })

  it('asks for no second one beside one that nobody filled in', () => {
    const { record } = check(renderTemplate(), asking)
    assert.ok(record.findings.some(({ rule }) => rule === 'required-statement'))
    assert.equal(renderSnippet(record), '')
  })
})

describe('renderSummary', () => {
  it('holds the findings, what to paste and what was read', () => {
    const policy = 'require:\n  sections: [tools, review]\n'
    const summary = renderSummary(check('## AI worklog\n\n### Tools\n\n- Cursor\n', policy))
    assert.equal(
      summary,
      `## ⚠️ AI worklog: 1 thing to look at

AI was used: Cursor (as stated). 1 of 6 sections are documented.

### What to look at

- ❌ **\`Human review\` is missing**. Who read the result, and how it was verified. \`required-section\`
- ℹ️ **Cursor is named without version and model** (line 5 of the description). Such as \`Claude Code 2.1.40 (claude-opus-4-6)\`. \`tool-version\`

### What to paste

Add this to the description and fill it in. “None” is an answer; the check runs again by itself.

\`\`\`markdown
### Human review

- [ ] I have read and understood every changed line
- [ ] I have run the tests
- **Verification:** <!-- commands, results -->
\`\`\`

### What was read

| Section            | State        | Content |
| ------------------ | ------------ | ------- |
| Tools              | ✅ documented | Cursor  |
| Prompts            | – missing    |         |
| Failed attempts    | – missing    |         |
| Manual corrections | – missing    |         |
| Context            | – missing    |         |
| Human review       | – missing    |         |
`,
    )
  })

  it('holds the lessons of a documented pull request', () => {
    const summary = renderSummary(check(documentedBody))
    assert.match(summary, /^## ✅ AI worklog: documented\n/)
    assert.match(summary, /<details><summary>What failed \(2\)<\/summary>/)
    assert.match(summary, /\*\*TypeError: client\.retry is not a function\*\* — because it called/)
    assert.match(summary, /<details><summary>What a human corrected \(2\)<\/summary>/)
    assert.match(
      summary,
      /\*\*removed the p-retry dependency it had added\*\* in `package\.json` — we do not take/,
    )
    assert.match(summary, /\| Prompts +\| ✅ documented \| 3 prompts +\|/)
    assert.match(summary, /\| Human review +\| ✅ documented \| 2 of 2 boxes ticked/)
    assert.match(summary, /\| Context +\| ✅ documented \| #<!-- -->214/)
  })

  it('is short when there is nothing to say', () => {
    assert.equal(
      renderSummary(check('Fixes a typo.')),
      '## ✅ AI worklog: nothing said about AI, nothing asked\n\nThe description does not say whether AI was used.\n',
    )
    assert.equal(
      renderSummary(check('## AI disclosure\n\nNone')),
      '## ✅ AI worklog: no AI used\n\nThe author states that no AI was used.\n',
    )
  })

  it('lets nothing from the outside act as Markdown or HTML', () => {
    const nasty = '</details><script>x</script> [a](javascript:b) ![i](u) | @team \u202e\u001b[31m'
    const summary = renderSummary(
      check(
        `## AI worklog\n\n### Failed attempts\n\n- **Error:** \`${nasty}\`\n  **Cause:** ${nasty.replaceAll('<', '\\<')}\n`,
      ),
    )
    assert.doesNotMatch(summary, /(?<!\\)<script|(?<!\\)<\/details><s|(?<![\\])\[a\]\(|\u202e|\u001b/)
  })

  it('cuts long values with a mark, and counts one of a kind as one', () => {
    const summary = renderSummary(
      check(
        `## AI worklog\n\n### Prompts\n\n> ${'x'.repeat(500)}\n\n### Failed attempts\n\n- ${'y'.repeat(500)}\n\n### Human review\n\n- [x] I have read it\n`,
      ),
    )
    assert.match(summary, /\| 1 prompt +\|/)
    assert.match(summary, /1 of 1 box ticked/)
    assert.match(summary, /y{239}…/)
    assert.doesNotMatch(summary, /y{240}/)
  })
})

describe('toSafeText', () => {
  const cases: [string, string, string][] = [
    ['newlines', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    [
      'colours and links of a terminal',
      '\u001b[31mred\u001b[0m \u001b]8;;http://x\u0007y\u001b]8;;\u0007',
      'red y',
    ],
    ['an escape sequence that does not end', '\u001b]8;;http://x', '8;;http://x'],
    ['control characters', 'a\u0000\u0008b\tc', 'a\ufffd\ufffdb\tc'],
    ['what is invisible or turns text around', 'a\u202eb\u200bc\u00add\ufeff', 'abcd'],
    ['lone surrogates', 'a\ud800b', 'a\ufffdb'],
  ]
  for (const [name, text, safe] of cases) it(name, () => assert.equal(toSafeText(text), safe))
})
