// Bodies that take the parser from seconds to minutes are refused before they reach it.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDocument } from '../../../src/core/document/read-document.ts'

const size = 65_536
const fill = (piece: string, first = '') =>
  (first + piece.repeat(Math.ceil(size / piece.length))).slice(0, size)
const paragraphs = (paragraph: string) => fill(`${paragraph}\n\n`)

const refused: Record<string, string[]> = {
  'it starts and leaves too many quotes and lists': [
    fill('>a\n\n'),
    fill('\n\n> x'),
    fill('> a\nb\n'),
    fill('- - a\n'),
    fill('b\n', '- a\n'),
    fill('b\n', `${'> '.repeat(90)}a\n`),
    fill('\n', `${'- '.repeat(90)}a\n`),
  ],
  'many of its paragraphs hold too much markup': [
    paragraphs('*a '.repeat(499) + ' a*'.repeat(499)),
    paragraphs('**a '.repeat(249) + ' a**'.repeat(249)),
    paragraphs('[a'.repeat(900) + '](b)'.repeat(900)),
  ],
  'the `*`, `_` and `~` of a paragraph are more than 1000': [
    fill('*a `x`b* '),
    fill(`    - ${'*a '.repeat(300)}\n`, 'a\n'),
    fill('*a ', '- ```\n  ```\n'),
  ],
  'the `[` and `]` of a paragraph are more than 2000': [fill(']'), fill('!['), fill('[a](b) ')],
}

describe('the parser never sees', () => {
  for (const [expected, bodies] of Object.entries(refused)) {
    for (const body of bodies) {
      it(JSON.stringify(body.slice(0, 24)), () => {
        const { state, reason } = readDocument(body, { source: 'body', commitSha: null })
        assert.deepEqual([state, reason], ['unparsable', expected])
      })
    }
  }
})
