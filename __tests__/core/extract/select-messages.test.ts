import assert from 'node:assert/strict'
import { it } from 'node:test'
import { mostParsed, mostRead, selectMessages } from '../../../src/core/extract/select-messages.ts'

const commit = (message: string, index: number) => ({
  sha: `${index}`,
  message,
  author: null,
  committer: null,
})
const counts = (messages: readonly string[]) => {
  const { read, parsed, tooLarge } = selectMessages(messages.map(commit))
  return [read.length, parsed.length, tooLarge.size]
}

it('reads all messages, and parses those that may tell of AI', () => {
  assert.deepEqual(counts(['Fix a bug', 'Use what Claude wrote', '']), [3, 1, 0])
})

it('leaves out a message that is longer than a body may be, and no other', () => {
  assert.deepEqual(counts(['x'.repeat(65_537), 'y']), [1, 0, 1])
})

it('reads and parses the first that fit', () => {
  const silent = 'x'.repeat(65_536)
  assert.deepEqual(counts(Array(20).fill(silent)), [mostRead / silent.length, 0, 12])
  const telling = 'claude '.repeat(4096)
  assert.deepEqual(counts(Array(10).fill(telling)), [10, Math.floor(mostParsed / telling.length), 6])
})
