// Context, linked issues and review.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readLinkedIssues } from '../../../../src/core/extract/sections/read-linked-issues.ts'
import { extractBody } from '../../../support/extract-body.ts'
import { readBody } from '../../../support/read-body.ts'

const nothing = { domain: null, requirements: null, constraints: null, performance: null, notes: null }

describe('context', () => {
  const context = (text: string) => {
    const { linked_issues: _, ...rest } = extractBody(`## AI worklog\n\n${text}\n`).context
    return rest
  }

  it('has the fields it is given, several values on lines of their own', () => {
    assert.deepEqual(
      context(
        '### Context\n\n- Domain: shop\n- Goal: a\n- Goal: b\n- Limits: c\n- Budget: d\n- Background: e',
      ),
      { domain: 'shop', requirements: 'a\nb', constraints: 'c', performance: 'd', notes: 'e' },
    )
  })

  it('keeps what has no field as notes, with its title', () => {
    assert.deepEqual(
      context('### Context\n\nPrices are in cents.\n\n#### Rounding\n\nHalf to even.\n\n```\nx\n```'),
      {
        ...nothing,
        notes: 'Prices are in cents.\nRounding: Half to even.\nx',
      },
    )
  })

  it('reads sections that are named after a field', () => {
    assert.deepEqual(
      context('### Constraints\n\nNo new dependency.\n\n### Requirements\n\n- fast\n- small'),
      {
        ...nothing,
        constraints: 'No new dependency.',
        requirements: 'fast\nsmall',
      },
    )
  })

  it('has nothing from a denial or an empty field', () => {
    assert.deepEqual(context('### Context\n\nNone.'), nothing)
    assert.deepEqual(context('### Context\n\n- Domain: n/a\n- Constraints: None'), nothing)
  })
})

describe('linked issues', () => {
  const issues = (text: string, repository: string | null = 'octo-org/octo-repo') => {
    const { blocks, source } = readBody(text)
    const passage = {
      topic: 'context',
      title: 'Context',
      form: 'heading',
      start: 0,
      end: source.text.length,
    } as const
    return [
      readLinkedIssues(blocks, [], repository),
      readLinkedIssues([], [{ ...passage, blocks }], repository),
    ]
  }

  it('stand after a keyword, or anywhere in the context', () => {
    assert.deepEqual(issues('Fixes #1, see #2. Resolves: a-b/c.d#3; part of #1.\n\n- related to #4'), [
      ['#1', 'a-b/c.d#3', '#4'],
      ['#1', '#2', 'a-b/c.d#3', '#4'],
    ])
  })

  it('are short in their own repository, whatever their form', () => {
    const url = 'Closes https://github.com/octo-org/octo-repo/issues/5'
    assert.deepEqual(issues(url)[0], ['#5'])
    assert.deepEqual(issues(url, null)[0], ['octo-org/octo-repo#5'])
    assert.deepEqual(issues('fixes octo-org/octo-repo#6')[0], ['#6'])
  })

  it('are found in tables, quotes and details, not in code or words', () => {
    assert.deepEqual(
      issues(
        '| a |\n| --- |\n| fixes #1 |\n\n> closes #2\n\n<details>\n\nrefs #3\n\n</details>\n\n`fixes #4` prefixes #5 fix #6x\n\n```\nfixes #7\n```',
      )[0],
      ['#1', '#2', '#3', '#4'],
    )
  })
})

describe('review', () => {
  const review = (text: string) => {
    const { attestations, ...rest } = extractBody(`## AI worklog\n\n### Human review\n\n${text}\n`).review
    return [rest.human_reviewed, rest.tests_run, rest.verification, ...attestations.map((box) => box.checked)]
  }
  const cases: [string, string, unknown[]][] = [
    [
      'ticked boxes',
      '- [x] I have read every line\n- [x] I have run the tests',
      [true, true, null, true, true],
    ],
    [
      'one of two',
      '- [ ] I have read every line\n- [x] I have run the tests',
      [false, true, null, false, true],
    ],
    [
      'untouched boxes',
      '- [ ] I have read every line\n- [ ] I have run the tests',
      [null, null, null, false, false],
    ],
    ['a box about something else', '- [x] I signed the CLA', [null, null, null, true]],
    ['a sentence', 'I read it all.', [true, null, 'I read it all.']],
    ['a sentence without a subject', 'Reviewed by Mira', [true, null, 'Reviewed by Mira']],
    ['a machine', 'Reviewed by Copilot.', [null, null, 'Reviewed by Copilot.']],
    [
      'a refusal',
      'I have not reviewed it yet. I read the title.',
      [false, null, 'I have not reviewed it yet. I read the title.'],
    ],
    ['an intention', 'I will review it tomorrow.', [false, null, 'I will review it tomorrow.']],
    ['a label with yes', '- Reviewed: yes\n- Tests: no', [true, false, null]],
    [
      'labels with words',
      '- Reviewer: Mira\n- Tests: 42 passed\n- Verification: staging',
      [true, true, 'staging\n42 passed'],
    ],
    ['a label that denies', '- Human review: not reviewed', [false, null, null]],
    ['a denial', 'None', [null, null, null]],
    [
      'a box and a list',
      '- [x] I have read every line\n- checked in Firefox',
      [true, null, 'checked in Firefox', true],
    ],
  ]
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(review(text), expected))

  it('may be a label of its own', () => {
    assert.equal(extractBody('AI tools used: Cursor\nHuman review: no').review.human_reviewed, false)
    assert.equal(extractBody('AI tools used: Cursor\nHuman review: by Mira').review.human_reviewed, true)
  })

  it('is taken from a disclosure too, sentence by sentence', () => {
    const said = (text: string) => extractBody(`## AI disclosure\n\n${text}\n`).review.human_reviewed
    assert.deepEqual(
      [
        'Written with Claude. I reviewed every line.',
        'Written with Claude, not reviewed.',
        'No code of Claude was merged without review.',
        'Please check that the code was reviewed.',
        '- [x] I used Claude\n- [x] I understand every line',
        '- [x] I used Claude',
      ].map(said),
      [true, false, null, null, true, null],
    )
  })
})
