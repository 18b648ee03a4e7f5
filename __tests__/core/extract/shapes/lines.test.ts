// Lines with labels, verbatim text and boxes.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readBoxes } from '../../../../src/core/extract/shapes/boxes.ts'
import { splitByLabels, splitLabel } from '../../../../src/core/extract/shapes/label-line.ts'
import { readVerbatim } from '../../../../src/core/extract/shapes/verbatim.ts'
import { readBlock, readBody } from '../../../support/read-body.ts'

describe('splitLabel', () => {
  const split = (text: string) => {
    const [line] = readBlock(text, 'paragraph').lines
    return line ? splitLabel(line, text) : null
  }
  const cases: [string, [string, string, string] | null][] = [
    ['Error: timeout', ['Error', 'timeout', 'timeout']],
    ['Error:', ['Error', '', '']],
    ['**Error:** a `b`', ['Error', 'a b', 'a `b`']],
    ['**Error**: a', ['Error', 'a', 'a']],
    ['**Error** – a', ['Error', 'a', 'a']],
    ['**Error**', ['Error', '', '']],
    ['**No** AI was used', null],
    ['**No**, none', null],
    ['エラー：だめ', null],
    ['エラー： だめ', ['エラー', 'だめ', 'だめ']],
    ['AI disclosure:- yes', ['AI disclosure', 'yes', 'yes']],
    ['see https://a.b/c', null],
    ['at src/a.ts:12', null],
    [`${'long '.repeat(20)}: x`, null],
    ['plain', null],
    ['a **b** c', null],
    [`**${'long '.repeat(20)}** c`, null],
  ]
  for (const [text, expected] of cases) {
    it(text.slice(0, 40), () => {
      const found = split(text)
      assert.deepEqual(found && [found.label, found.value, text.slice(found.valueStart)], expected)
    })
  }
})

it('splits a paragraph before the labels that are known', () => {
  const text = 'Intro\nError: a\n  more\nat b: c\n**Other:** d\nCause:\ne'
  const known = new Set(['Error', 'Cause'])
  const parts = splitByLabels(readBlock(text, 'paragraph'), text, (label) => known.has(label))
  assert.deepEqual(
    parts.map(({ label, paragraph, start, end }) => [
      label,
      paragraph?.lines.map((line) => line.text) ?? null,
      text.slice(start, end),
    ]),
    [
      [null, ['Intro'], 'Intro'],
      ['Error', ['a', 'more', 'at b: c'], 'Error: a\n  more\nat b: c'],
      [null, ['Other: d'], '**Other:** d'],
      ['Cause', ['e'], 'Cause:\ne'],
    ],
  )
})

describe('readVerbatim', () => {
  const read = (text: string) => readVerbatim(text, { start: 0, end: text.length }).text

  it('drops comments and the quotes around all of it', () => {
    assert.deepEqual(
      ['"a"', '“a b”', '「a」', '"a" and "b"', "it's", 'a <!-- b --> c <!-- d', '""'].map(read),
      ['a', 'a b', 'a', '"a" and "b"', "it's", 'a  c', '""'],
    )
  })
})

it('reads boxes, nested ones on their own', () => {
  const { blocks } = readBody(
    '- [x] a\n  - [ ] b\n- c\n  - [X] d\n- [ ] <!-- e -->\n\n> - [x] f\n\n<details>\n\n- [ ] g\n\n</details>\n\nh',
  )
  assert.deepEqual(
    readBoxes(blocks).map(({ text, checked }) => [text, checked]),
    [
      ['a', true],
      ['b', false],
      ['d', true],
      ['f', true],
      ['g', false],
    ],
  )
})
