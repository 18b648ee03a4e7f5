import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readDocument } from '../../../src/core/document/read-document.ts'
import { readSentences } from '../../../src/core/document/read-sentences.ts'

const sentencesOf = (text: string) => {
  const { blocks, source } = readDocument(text, { source: 'body', commitSha: null })
  return readSentences(blocks, source.text).map(({ start, end }) => source.text.slice(start, end))
}

it('finds every sentence of many lines in the source', () => {
  assert.deepEqual(sentencesOf('One two. **Three**\nfour. Five\n> six'), [
    'One two.',
    'Three**\nfour.',
    'Five',
  ])
  assert.deepEqual(sentencesOf('。a\n'.repeat(3)), ['。', 'a\n。', 'a\n。', 'a'])
  const lines = Array.from({ length: 2000 }, (_, index) => `Line ${index} ends. It`)
  assert.deepEqual(sentencesOf(lines.join('\n')).slice(1998), [
    'It\nLine 1998 ends.',
    'It\nLine 1999 ends.',
    'It',
  ])
})
