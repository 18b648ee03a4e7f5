// The small shapes of answers: none, yes and no, placeholders, reasons, diffs, categories.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseCategory } from '../../../../src/core/extract/shapes/category.ts'
import { isDenial } from '../../../../src/core/extract/shapes/denial.ts'
import { splitDiff } from '../../../../src/core/extract/shapes/diff.ts'
import { isFooterLine } from '../../../../src/core/extract/shapes/footer-line.ts'
import { isGenericTitle } from '../../../../src/core/extract/shapes/generic-title.ts'
import { isPlaceholder, isPlaceholderLine } from '../../../../src/core/extract/shapes/placeholder.ts'
import {
  announcesPrompts,
  isLink,
  isOnePrompt,
  tellsOfPrompt,
} from '../../../../src/core/extract/shapes/prompt-words.ts'
import { type Reasons, splitReasons } from '../../../../src/core/extract/shapes/reasons.ts'
import { withoutColon } from '../../../../src/core/extract/shapes/without-colon.ts'
import { readYesNo } from '../../../../src/core/extract/shapes/yes-no.ts'
import type { Topic } from '../../../../src/core/vocabulary/section-titles.ts'
import { readBlock } from '../../../support/read-body.ts'

describe('isDenial', () => {
  const denied: [Topic, string[]][] = [
    [
      'disclosure',
      ['No', 'None.', 'N/A', '**No AI was used**', 'No AI tools used in this PR', 'I didn’t use AI'],
    ],
    ['disclosure', ['No AI was used in the creation of this PR.', 'AI was not used', 'Without any AI']],
    [
      'disclosure',
      ['This PR has been done without AI assistance', 'The code was written entirely without AI help.'],
    ],
    ['disclosure', ['This patch was not authored or co-authored using Generative Tooling']],
    ['tools', ['none', 'No tools', 'Not applicable', '–', 'n.a.', 'No AI tools were used.']],
    ['prompts', ['No prompts were used', 'None (a one-line change)']],
    [
      'failures',
      [
        'None',
        'No failed attempts.',
        'nothing failed',
        'None — it worked at the first try',
        'No errors encountered',
      ],
    ],
    [
      'corrections',
      ['None needed, it was fine', 'No manual changes were made', 'No corrections; I only read it.'],
    ],
    ['context', ['No special constraints', 'nothing']],
    ['failures', ['keine', 'aucune', 'なし', '无。', 'Нет']],
  ]
  for (const [topic, texts] of denied) {
    for (const text of texts) it(`${topic}: ${text}`, () => assert.equal(isDenial(text, topic), true))
  }

  const said: [Topic, string[]][] = [
    ['disclosure', ['No, except for the tests', 'None of it but the tests', 'Not only', 'Nonetheless', '']],
    [
      'disclosure',
      ['No idea', 'Notes', 'This PR was done with AI', `None. ${'It was typed by hand. '.repeat(12)}`],
    ],
    [
      'failures',
      ['None, except that it forgot the header', 'No errors until the second run', 'Nothing worked'],
    ],
    [
      'corrections',
      ['None; I only renamed a variable', 'No corrections apart from a typo', 'No. Actually yes: a typo'],
    ],
    ['prompts', ['No tests, please']],
  ]
  for (const [topic, texts] of said) {
    for (const text of texts) it(`not ${topic}: ${text}`, () => assert.equal(isDenial(text, topic), false))
  }
})

it('reads yes and no', () => {
  const answers = [
    'Yes',
    'yes, for the tests',
    '✅ Y',
    'Ja.',
    'No',
    'no AI',
    '- none',
    'Нет',
    'Yes / No',
    'yes or no',
    'Maybe',
    'Yesterday',
    'Note',
    '',
  ]
  assert.deepEqual(answers.map(readYesNo), [
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

describe('placeholders', () => {
  it('are what stands for an answer', () => {
    for (const text of [
      '',
      '<tool name>',
      '{model}',
      '[describe here]',
      '`[AI tools]`',
      'e.g. Claude',
      'TODO',
      'tbd.',
      '...',
      '___',
      'Yes / No',
      'unavailable/unavailable',
      'Please describe the prompts here.',
    ]) {
      assert.equal(isPlaceholder(text), true, text)
    }
    for (const text of [
      '<a> and <b>',
      'Cursor',
      'Describe',
      'todo list app',
      'See below the fold',
      '[x](y)',
    ]) {
      assert.equal(isPlaceholder(text), false, text)
    }
  })

  it('are instructions in italics', () => {
    const lines = readBlock('_Describe what failed_\n_Cursor_\nDescribe what failed', 'paragraph').lines
    assert.deepEqual(lines.map(isPlaceholderLine), [true, false, false])
  })
})

describe('splitReasons', () => {
  const none = { error: null, cause: null, resolution: null }
  const cases: [string, Partial<Reasons>][] = [
    ['It failed.', {}],
    [
      'It failed because the lock was held; fixed by a retry.',
      { cause: 'the lock was held', resolution: 'fixed by a retry' },
    ],
    ['Crash due to v2.1 of the driver, so I pinned it', { cause: 'v2.1 of the driver' }],
    [
      'Hung. Root cause: no clock. Resolved by injecting one.',
      { cause: 'no clock', resolution: 'Resolved by injecting one' },
    ],
    ['Renamed it. Reason: it clashed', { cause: 'it clashed' }],
    ['Shortened, since nobody reads long ones', { cause: 'nobody reads long ones' }],
    ['Broken since 2.0', {}],
    ['Broken since the last release', {}],
    ['A → B → C', { error: 'A', cause: 'B', resolution: 'C' }],
    ['A -> B', { error: 'A', resolution: 'B' }],
    ['a => b => c => d', {}],
    ['It ran because:', {}],
  ]
  for (const [text, expected] of cases) {
    it(text, () => assert.deepEqual(splitReasons(text), { ...none, ...expected }))
  }
})

it('splits a diff into its sides', () => {
  assert.deepEqual(splitDiff('--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n same\n-old\n+new'), {
    before: 'same\nold',
    after: 'same\nnew',
  })
  assert.deepEqual(splitDiff('+new'), { before: null, after: 'new' })
  assert.deepEqual(splitDiff('-old'), { before: 'old', after: null })
})

it('takes a category only from the closed list', () => {
  assert.deepEqual(['Hallucinated API', 'test-failure', 'other', 'Bug', '', null].map(parseCategory), [
    'hallucinated_api',
    'test_failure',
    'other',
    null,
    null,
    null,
  ])
})

it('knows titles without words of their own', () => {
  const titles = [
    'Attempt 2',
    '#3',
    'Error',
    '2. Failed attempt:',
    'Issues',
    '',
    'Attempt 2: lock',
    'Errors in the parser',
  ]
  assert.deepEqual(titles.map(isGenericTitle), [true, true, true, true, true, true, false, false])
  assert.equal(isGenericTitle(`Attempt${' '.repeat(60_000)}x`), false)
})

it('knows the lines tools and Git put at the end', () => {
  for (const line of [
    '🤖 Generated with Claude Code',
    'Co-authored-by: A <a@b>',
    'Generated by Copilot',
    'Link to Devin run: https://x',
  ]) {
    assert.equal(isFooterLine(line), true, line)
  }
  for (const line of ['Generated files are ignored', 'Fixes #1', 'Made'])
    assert.equal(isFooterLine(line), false, line)
})

it('tells words about prompts from prompts', () => {
  assert.deepEqual(
    [
      'I asked Cursor to add it',
      'We then told it so',
      'None kept',
      'No prompts were saved',
      'Ask for a name',
    ].map(tellsOfPrompt),
    [true, true, true, true, false],
  )
  assert.deepEqual(
    ['Initial prompt', 'Refinement 2', 'Iteration 1', 'Prompts', 'Follow-ups'].map(isOnePrompt),
    [true, true, true, false, false],
  )
  assert.deepEqual(['What I asked', 'Add a test'].map(announcesPrompts), [true, false])
  assert.deepEqual(
    ['https://x.y/z', 'see https://x.y', '[session](https://x.y)', 'Read https://x.y first'].map(isLink),
    [true, true, true, false],
  )
})

it('drops the colon of what introduces', () => {
  assert.deepEqual(['It failed:', 'a : b', 'で:', 'x :'].map(withoutColon), ['It failed', 'a : b', 'で', 'x'])
})
