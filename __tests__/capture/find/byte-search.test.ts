import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createByteSearch } from '../../../src/capture/find/byte-search.ts'

test('it finds what indexOf finds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 60 })
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(letters, fc.array(word, { minLength: 1, maxLength: 6 }), (text, words) => {
      const search = createByteSearch(words.map((one) => Buffer.from(one)))
      assert.equal(
        search?.test(Buffer.from(text)),
        words.some((one) => text.includes(one)),
      )
    }),
  )
})

test('no word is no search, and a word of one byte none', () => {
  assert.equal(createByteSearch([]), null)
  assert.throws(() => createByteSearch([Buffer.from('a')]), RangeError)
})
