// Failures and corrections in the shapes that the fixtures leave out.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractBody, tell } from '../../../support/extract-body.ts'

const failures = (text: string) =>
  tell(extractBody(`## AI worklog\n\n### Failed attempts\n\n${text}\n`).failures)
const corrections = (text: string) =>
  tell(extractBody(`## AI worklog\n\n### Manual corrections\n\n${text}\n`).corrections)

describe('failures', () => {
  const cases: [string, string, Record<string, unknown>[]][] = [
    ['paragraphs are one', 'It hung.\n\nThen it crashed.', [{ summary: 'It hung. Then it crashed.' }]],
    [
      'a repeated label starts the next',
      'Error: a\nCause: b\nError: c',
      [
        { summary: 'a', error: 'a', cause: 'b' },
        { summary: 'c', error: 'c' },
      ],
    ],
    [
      'items of one entry',
      '- Error: a\n- Cause: b\n- Fix: c\n- Error: d',
      [
        { summary: 'a', error: 'a', cause: 'b', resolution: 'c' },
        { summary: 'd', error: 'd' },
      ],
    ],
    ['a line above the list', 'Two things went wrong:\n\n- a\n- b', [{ summary: 'a' }, { summary: 'b' }]],
    ['a sentence above the list', 'It was slow.\n\n- a', [{ summary: 'It was slow.' }, { summary: 'a' }]],
    [
      'a label above its value',
      'Error:\n\na\n\nCause:\n\n- b\n- c',
      [{ summary: 'a', error: 'a', cause: 'b\nc' }],
    ],
    [
      'a label above a nested list',
      '- Error: a\n- Cause:\n  - b\n  - c',
      [{ summary: 'a', error: 'a', cause: 'b\nc' }],
    ],
    [
      'a title above a list of labels',
      '#### Lock\n\n- Error: a\n- Fix: b',
      [{ summary: 'Lock', error: 'a', resolution: 'b' }],
    ],
    [
      'details',
      '<details><summary>Lock</summary>\n\nIt hung.\n\n</details>\n\n<details>\n\nIt crashed.\n\n</details>',
      [{ summary: 'Lock' }, { summary: 'It crashed.' }],
    ],
    ['a rule between', 'a\n\n---\n\nb', [{ summary: 'a' }, { summary: 'b' }]],
    [
      'a key-value table',
      '| Error | a |\n| --- | --- |\n| Cause | b |\n| Fix | c |',
      [{ summary: 'a', error: 'a', cause: 'b', resolution: 'c' }],
    ],
    [
      'a key-value table below a title',
      '#### Lock\n\n| | |\n| --- | --- |\n| Error | a |\n| Cause | b |',
      [{ summary: 'Lock', error: 'a', cause: 'b' }],
    ],
    [
      'a table without known columns',
      '| No | Story |\n| --- | --- |\n| 1 | it hung |\n| | |\n',
      [{ summary: 'it hung' }],
    ],
    ['empty fields', '- Error: a\n  Cause: n/a\n  Fix: -', [{ summary: 'a', error: 'a' }]],
    ['fields alone', 'Cause: b', [{ summary: 'b', cause: 'b' }]],
    ['a fix alone', 'Fix: c\nCategory: style', [{ summary: 'c', resolution: 'c', category: 'style' }]],
    ['a fence alone', '```\nError: a\n  at b\n```', [{ summary: 'Error: a', error: 'Error: a\n  at b' }]],
    ['a fence that is no error', 'It wrote this:\n\n```ts\nrun()\n```', [{ summary: 'It wrote this' }]],
    [
      'an error in inline code',
      'It threw `TypeError: x is not a function`, twice.',
      [
        {
          summary: 'It threw TypeError: x is not a function, twice.',
          error: 'TypeError: x is not a function',
        },
      ],
    ],
    ['unticked items', '- [ ] a\n- [x] b', [{ summary: 'b' }]],
    [
      'a category',
      '- Error: a\n  Category: Hallucinated API',
      [{ summary: 'a', error: 'a', category: 'hallucinated_api' }],
    ],
    ['denied entries', '- None\n- It hung', [{ summary: 'It hung' }]],
    ['placeholder lines', 'TODO\nIt hung', [{ summary: 'It hung' }]],
    [
      'names of object members',
      '- constructor: a\n- toString: b',
      [{ summary: 'constructor: a' }, { summary: 'toString: b' }],
    ],
  ]
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(failures(text), expected))

  it('are tied to the tools and prompts they name, and to none by default', () => {
    const body =
      '## AI worklog\n\n### Tools\n\n- Cursor 1.7\n- Claude Code 2.1.40\n\n### Prompts\n\n1. a\n2. b\n\n### Failed attempts\n\n' +
      ['Tool: Claude Code', 'Tool: cursor 1.7\n  Prompt: 2', 'Prompt: #3', 'Prompt: the second', 'Tool: Zed']
        .map((fields) => `- Error: x\n  ${fields}\n`)
        .join('')
    assert.deepEqual(
      extractBody(body).failures.map(({ tool_seq, prompt_seq }) => [tool_seq, prompt_seq]),
      [
        [2, null],
        [1, 2],
        [null, null],
        [null, null],
        [null, null],
      ],
    )
  })
})

describe('corrections', () => {
  const cases: [string, string, Record<string, unknown>[]][] = [
    ['a title that is a file', '#### `src/a.ts`\n\nRenamed it.', [{ summary: 'src/a.ts', path: 'src/a.ts' }]],
    ['a reason alone', 'Why: it clashed', [{ summary: 'it clashed', reason: 'it clashed' }]],
    ['a file alone', 'File: src/a.ts', [{ summary: 'src/a.ts', path: 'src/a.ts' }]],
    ['code before and after', '- Before: `a`\n  After: `b`', [{ summary: 'a → b', before: 'a', after: 'b' }]],
    ['code before alone', 'Before: `a`', [{ summary: 'a', before: 'a' }]],
    ['code after alone', 'After: `b`', [{ summary: 'b', after: 'b' }]],
    [
      'a fence below its item',
      '- Renamed `a`\n\n```diff\n-a\n+b\n```',
      [{ summary: 'Renamed a', before: 'a', after: 'b' }],
    ],
    ['a fence that is no diff', 'Renamed it.\n\n```ts\nb\n```', [{ summary: 'Renamed it.' }]],
    ['a category alone', 'Category: style', []],
    [
      'paths',
      '- `src/a.ts:12`: x\n- `lib/` and `lib/a`: y\n- `npm test`: z',
      [
        { summary: 'src/a.ts:12: x', path: 'src/a.ts:12' },
        { summary: 'lib/ and lib/a: y', path: 'lib/a' },
        { summary: 'npm test: z' },
      ],
    ],
  ]
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(corrections(text), expected))
})
