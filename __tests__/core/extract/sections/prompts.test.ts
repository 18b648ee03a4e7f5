// Prompts in the shapes that the fixtures leave out.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractBody } from '../../../support/extract-body.ts'

const prompts = (text: string) =>
  extractBody(`## AI worklog\n\n### Prompts\n\n${text}\n`).prompts.map(({ kind, text: prompt, result }) =>
    [kind === 'initial' ? 'i' : 'r', prompt, ...(result === null ? [] : [result])].join('|'),
  )

describe('prompts', () => {
  const cases: [string, string, string[]][] = [
    ['none', 'None', []],
    ['a quoted denial', '> N/A', []],
    [
      '"No" at the start of a later prompt',
      '> Add a test\n\n> No, this is worse. Undo it.',
      ['i|Add a test', 'r|No, this is worse. Undo it.'],
    ],
    ['"No" and no more', 'No, nothing worth keeping', []],
    ['markup as written', '- Use **bold** and `code`, [see](x)', ['i|Use **bold** and `code`, [see](x)']],
    [
      'bullets below a sentence',
      'Add a rule. It has to\n\n- be fast\n- have a fix',
      ['i|Add a rule. It has to\n\n- be fast\n- have a fix'],
    ],
    ['bullets below an announcement', 'The prompts in order\n\n- a\n- b', ['i|a', 'r|b']],
    ['a numbered list below a sentence', 'Add a rule.\n\n1. a\n2. b', ['i|Add a rule.', 'r|a', 'r|b']],
    [
      'items with a line above a quote',
      '- First I asked:\n  > a\n- Then:\n\n  ```\n  b\n  ```',
      ['i|a', 'r|b'],
    ],
    ['quotes in items', '- > a\n- > b\n  > c', ['i|a', 'r|b\nc']],
    ['an empty item', '-\n- a', ['i|a']],
    ['a quote with rules', '> ---\n>\n> a\n>\n> ---', ['i|a']],
    [
      'labels in one paragraph',
      'Initial: a\n  b\nRefinement: c\n**Mood:** good\nResult: d',
      ['i|a\n  b', 'r|c|d'],
    ],
    ['labels above their values', 'Initial prompt:\na\nRefinement:\nb', ['i|a', 'r|b']],
    ['prose before a label', 'a\nRefinement: b', ['i|a', 'r|b']],
    ['labels in items', '- Initial: a\n- Refinement: b\n  - Result: c', ['i|a', 'r|b|c']],
    ['a heading above several', '#### Initial prompts\n\n- a\n- b', ['i|a', 'r|b']],
    [
      'a heading above one in paragraphs',
      '#### Initial prompt\n\na\n\n```\nb\n```\n\nc',
      ['i|a\n\n```\nb\n```\n\nc'],
    ],
    ['a table with a kind', '| Kind | Prompt |\n| --- | --- |\n| Refinement | a |', ['r|a']],
    ['a table of one column', '| Asked |\n| --- |\n| a |\n| b |', ['i|a', 'r|b']],
    ['a table beside numbers', '| # | Asked |\n| --- | --- |\n| 1 | a |\n| 2 | b |', ['i|a', 'r|b']],
    ['a table without prompts', '| Feature | State |\n| --- | --- |\n| search | done |', []],
    ['a table with gaps', '| Prompt | Result |\n| --- | --- |\n| a | b |\n|', ['i|a|b']],
    ['a result without a prompt', 'Result: fine', []],
    ['prose beside quotes', '> a\n\nIt did so.\n\n> b', ['i|a', 'r|b']],
    ['a link', 'See https://example.com/session/1', []],
    ['told, not given', 'I asked Claude to add a test.', []],
  ]
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(prompts(text), expected))
})

it('reads one prompt from all that stands below "Prompt"', () => {
  const { prompts: rows } = extractBody('Prompt:\n\nAdd a thing.\n\n```ts\nrun()\n```\n\n- fast\n- small\n')
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['Add a thing.\n\n```ts\nrun()\n```\n\n- fast\n- small'],
  )
})

it('ties a prompt to its tool', () => {
  const { prompts: rows } = extractBody(
    '## AI worklog\n\n### Tools\n\n- Cursor 1.7\n\n### Prompts\n\n| Prompt | Tool |\n| --- | --- |\n| a | Cursor |\n| b | |\n',
  )
  assert.deepEqual(
    rows.map(({ tool_seq }) => tool_seq),
    [1, null],
  )
})
