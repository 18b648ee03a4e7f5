import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copyText, cutEnds, cutStart } from '../../../src/capture/session/cut-text.ts'

test('a text that is short enough stays', () => {
  assert.equal(cutStart('abc', 3), 'abc')
  assert.equal(cutEnds('abcdefgh', 8), 'abcdefgh')
})

test('the start of a long text ends in a mark', () => {
  assert.equal(cutStart('abcdef', 4), 'abc…')
  assert.equal(cutStart('žluťoučký', 4), 'žlu…')
})

test('both ends of a long text stand around a line', () => {
  assert.equal(cutEnds('abcdefghijkl', 9), 'abc\n…\njkl')
})

test('no character is cut in two', () => {
  assert.equal(cutStart('ab🙂cd', 4), 'ab…')
  assert.equal(cutEnds('ab🙂defghi🙂kl', 9), 'ab\n…\nkl')
})

test('a copy is the same, broken characters too', () => {
  for (const text of ['', 'plain', 'naïve ÿ', 'žluťoučký', '🙂', 'half \uD83D and \uDE42']) {
    assert.equal(copyText(text), text)
  }
})
