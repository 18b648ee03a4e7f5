// What a whole pull request tells in prose: its description, its title and its commit messages together.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findParts } from '../../../src/core/extract/find-parts.ts'
import { mayTellOfAi } from '../../../src/core/extract/may-tell-of-ai.ts'
import { readAiBox } from '../../../src/core/extract/read-ai-box.ts'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import type { WorklogRecord } from '../../../src/core/record/schema.ts'
import { extractBody } from '../../support/extract-body.ts'
import { readBody } from '../../support/read-body.ts'

const options = { generatedAt: '2026-01-01T00:00:00.000Z', version: '0.0.0-test' }

function read(body: string | null, title: string | null = null, messages: string[] = []): WorklogRecord {
  const commits = messages.map((message, index) => ({
    sha: String(index + 1).repeat(40),
    message,
    author: null,
    committer: null,
  }))
  return extractRecord(createPullRequest({ body, title, commits }), options)
}

const summaries = ({ failures, corrections }: WorklogRecord) => [
  failures.map(({ summary }) => summary),
  corrections.map(({ summary }) => summary),
]

describe('prose', () => {
  const cases: [string, string, string, string[], string[]][] = [
    ['praise', 'I used Claude. It worked on the first try.', 'used', [], []],
    ['a failure of the product', 'The upload failed, so I fixed it.', 'unknown', [], []],
    ['a feature', 'This adds Claude support. It failed before.', 'unknown', [], []],
    ['a policy', '> No AI was used.\n\nSee the rule above.', 'unknown', [], []],
    ['a fence', '```\nI used Claude. It hallucinated.\n```', 'unknown', [], []],
    ['a denial', 'No AI was used for this change.', 'none', [], []],
    ['a failure', 'I used Claude. It hallucinated a flag.', 'used', ['It hallucinated a flag.'], []],
    [
      'a personal story',
      'I let my agent run and Claude broke the build.',
      'used',
      ['I let my agent run and Claude broke the build.'],
      [],
    ],
    [
      'a list of failures',
      'I used Claude. What went on with Claude:\n\n- it broke the build\n- it forgot the docs',
      'used',
      ['it broke the build', 'it forgot the docs'],
      [],
    ],
    [
      'a table of attempts',
      'I used Claude.\n\n| # | Experiment | Verdict |\n| - | - | - |\n| 1 | cache | Reverted |\n| 2 | pool | Worse |\n| 3 | batch | Kept |',
      'used',
      ['cache – Reverted', 'pool – Worse'],
      [],
    ],
    [
      'a correction',
      'I used Claude. I renamed the fields by hand.',
      'used',
      [],
      ['I renamed the fields by hand.'],
    ],
  ]
  for (const [name, body, use, failures, corrections] of cases) {
    it(name, () => {
      const record = read(body)
      assert.equal(record.ai_use, use)
      assert.deepEqual(summaries(record), [failures, corrections])
    })
  }
})

describe('a title', () => {
  it('tells of use and of corrections', () => {
    assert.equal(read('Text.', 'Ask Claude to improve the cache').ai_use, 'used')
    const record = read('I used Claude.', 'Manually fix what Claude wrote')
    assert.deepEqual(summaries(record), [[], ['Manually fix what Claude wrote']])
    assert.equal(record.corrections[0]?.place?.source, 'title')
  })

  it('of the product tells nothing', () => {
    for (const title of ['Use Cursor by default', 'Get Claude models', 'Add Claude support']) {
      assert.equal(read('Text.', title).ai_use, 'unknown', title)
    }
  })
})

describe('commit messages', () => {
  it('tell what the description does not, each thing once', () => {
    const told = 'I used Claude. It hallucinated a flag.'
    const record = read(told, null, [`Add a\n\n${told}`, 'Add b\n\nI used Claude. It forgot the docs.'])
    assert.deepEqual(summaries(record), [['It hallucinated a flag.', 'It forgot the docs.'], []])
    assert.deepEqual(
      record.failures.map(({ place }) => place?.source),
      ['body', 'commit'],
    )
  })

  it('deny only all together', () => {
    const denial = 'Add a\n\nNo AI was used.'
    assert.equal(read('Text.', null, [denial, denial]).ai_use, 'none')
    assert.equal(read('Text.', null, [denial, 'Add b\n\nNo prompt here.']).ai_use, 'unknown')
  })

  it('are read when they may tell of AI', () => {
    for (const text of ['x\n\nAI helped', 'x\n\nwith Claude', 'x\n\nmy prompts', 'vibe coded']) {
      assert.equal(mayTellOfAi(text), true, text)
    }
    for (const text of [
      '',
      'Fix a main',
      'x\n\nCo-authored-by: Claude <c@example.com>',
      '🤖 Generated with Claude',
    ])
      assert.equal(mayTellOfAi(text), false, text)
  })
})

describe('boxes', () => {
  const cases: [string, 'used' | 'none' | null, 'used' | 'none' | null][] = [
    ['I used AI tools', 'used', 'used'],
    ['I did not use AI', 'none', 'none'],
    ['No AI was used', 'none', 'none'],
    ['Yes', null, 'used'],
    ['No', null, 'none'],
    ['Documentation', null, 'used'],
    ['AI usage:', null, null],
    ['Did you use AI?', null, null],
    ['I did not use AI, or I described it below', null, null],
    ['I will not use AI to answer', null, null],
    ['I have reviewed all AI output', null, null],
    ['Not by hand', null, 'none'],
  ]
  for (const [text, free, asked] of cases) {
    it(text, () => assert.deepEqual([readAiBox(text, false), readAiBox(text, true)], [free, asked]))
  }
})

it('parts a text', () => {
  const parts = findParts(
    readBody('## AI disclosure\n\nI used Claude, my prompt:\n\n> Add it\n\n## Notes\n\nx'),
    false,
  )
  assert.equal(parts.about('disclosure').length, 1)
  assert.equal(parts.about('prompts').length, 1)
  assert.equal(parts.about('failures').length, 0)
  assert.equal(parts.intros.length, 1)
  assert.equal(parts.transcript, null)
})

describe('what others wrote', () => {
  const told = 'I used Claude. It hallucinated a flag.'

  it('is left out: blocks and titles of bots', () => {
    for (const body of [
      `x\n\n<!-- CURSOR_SUMMARY -->\n\n${told}\n\n<!-- /CURSOR_SUMMARY -->`,
      `x\n\n<!-- CURSOR_SUMMARY -->\n\n${told}`,
      `x\n\n## Summary by CodeRabbit\n\n${told}\n\n### More\n\n${told}`,
    ]) {
      assert.deepEqual(summaries(extractBody(body)), [[], []], body)
    }
    assert.equal(extractBody(`## Summary by CodeRabbit\n\ny\n\n## Notes\n\n${told}`).failures.length, 1)
  })

  it('is told from an alert, which is the author’s own', () => {
    for (const marker of ['[!NOTE]', '[!warning]', '**Note**']) {
      const { ai_use, failures } = extractBody(`> ${marker}\n> ${told}`)
      assert.deepEqual([ai_use, failures.length], ['used', 1], marker)
    }
    assert.equal(extractBody(`> ${told}`).ai_use, 'unknown')
  })
})

it('reads the labels below a box about AI', () => {
  const { tools, prompts } = extractBody(
    '- [x] I used AI\n  - AI tools used: Cursor\n  - Prompts used: Add a cache',
  )
  assert.deepEqual([tools[0]?.name, prompts[0]?.text], ['Cursor', 'Add a cache'])
})
