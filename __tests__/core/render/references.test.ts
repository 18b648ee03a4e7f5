// Text from outside cannot call people, link issues or load anything where our Markdown is shown.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { code, paragraph, renderMarkdown, table, text } from '../../../src/core/render/markdown.ts'

const render = (value: string) => renderMarkdown([paragraph(text(value))]).trimEnd()

const cases: [what: string, value: string, expected: string][] = [
  ['a mention', '@octocat', '@<!-- -->octocat'],
  ['a team', 'a @org/team', 'a @<!-- -->org/team'],
  ['an address', 'a@b.example', 'a\\@<!-- -->b.example'],
  ['an issue', 'fixes #12', 'fixes #<!-- -->12'],
  ['an issue elsewhere', 'a/b#12', 'a/b#<!-- -->12'],
  ['an old reference', 'gh-12', 'gh-<!-- -->12'],
  ['an issue hidden by what is invisible', '@\u200boctocat #\u206012', '@<!-- -->octocat #<!-- -->12'],
  ['an image', '![x](http://e.example/x.png)', '!\\[x]\\(http\\://e.example/x.png)'],
  ['an HTML image', '<img src=//e.example>', '\\<img src=//e.example>'],
  ['a comment', 'a <!-- b --> c', 'a \\<!-- b --> c'],
  ['a closing tag', '</details>', '\\</details>'],
  ['what is none of it', 'C# is @ 5, # 3', 'C# is @ 5, # 3'],
]

for (const [what, value, expected] of cases) {
  it(`${what} is only text`, () => assert.equal(render(value), expected))
}

it('code holds its own backticks, and a cell its own pipes', () => {
  const markdown = renderMarkdown([table([[[text('a')]], [[text('b | c'), code('`d` | @e')]]])])
  assert.equal(markdown.split('\n')[2], '| b \\| c`` `d` \\| @e `` |')
})
