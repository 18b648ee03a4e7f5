import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { measureMarkup } from '../../../src/core/document/measure-markup.ts'

const emphasisOf = (text: string) => measureMarkup(text).emphasis

describe('measureMarkup', () => {
  it('counts the fullest paragraph, and the squares of all', () => {
    const text = '[a] *b*\n_c_\n\n[d]\n===\n'
    assert.deepEqual(measureMarkup(text), { brackets: 2, emphasis: 4, underlines: 1, squares: 24 })
  })

  it('ends a paragraph where the parser does', () => {
    assert.deepEqual(
      ['*\n\n*', '*\n>\n*', '> *\n> - b\n> *', 'a*\n- b*\n', '> *\n>\n> *', '*\n  \t\n*'].map(emphasisOf),
      [1, 1, 1, 1, 1, 1],
    )
  })

  it('does not end a paragraph at what may be a part of it', () => {
    const texts = ['a*\n    - b*', '> a*\n>     - b*', '*\n-\n*', 'a*\n1. b*', '*\n\t- b*']
    assert.deepEqual(texts.map(emphasisOf), [2, 2, 2, 2, 2])
  })

  it('counts no code that surely stands in a fence', () => {
    const texts = [
      '```\n**\n```\n',
      '~~~ a`\n```\n*\n~~\n~~~\n',
      '<!-- a -->\n```\n*\n',
      '<!--\n```\n-->\n```\n*\n',
    ]
    assert.deepEqual(texts.map(emphasisOf), [0, 0, 0, 0])
    assert.equal(emphasisOf('```\n*\n```\n*'), 1)
  })

  it('is not fooled by a fence that only seems open', () => {
    for (const before of [
      '- ```\n  ```\n',
      '> ```\n',
      ' ```\n```\n',
      '    ```\n',
      '```a`b\n',
      '<div>\n```\n\n```\n',
      'x\n<b>\n```\n\n```\n',
      '- <!--\n\n```\n```\n',
      '  <!--\n\n```\n```\n',
      '<!-->\n```\n```\n-->\n',
      '<!--\n```\n-->\n',
      '```\n````\n',
      '```\n   ```\n',
    ]) {
      assert.equal(emphasisOf(`${before}\n${'*a '.repeat(9)}`), 9, JSON.stringify(before))
    }
  })
})
