import assert from 'node:assert/strict'
import { it } from 'node:test'
import { countLines } from '../../../src/core/document/count-lines.ts'
import { readDocument } from '../../../src/core/document/read-document.ts'

it('counts lines with text', () => {
  assert.equal(countLines(''), 0)
  assert.equal(countLines(' \n\t\n\u00a0\n'), 0)
  assert.equal(countLines('a\n\n  b c \n\nd'), 3)
})

it('more lines than are read are refused, however short', () => {
  for (const line of ['* x\n', '1. x\n', '|x\n', 'a\n\n', '。a\n', '[a](b)\n\n']) {
    const { state, reason } = readDocument(line.repeat(6001), { source: 'body', commitSha: null })
    assert.deepEqual([state, reason], ['too_large', 'it has more than 6000 lines with text'])
  }
})
