import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSourceText } from '../../../src/core/document/source-text.ts'

const body = { source: 'body', commitSha: null } as const

describe('createSourceText', () => {
  it('has LF newlines only, and U+FFFD for NUL and lone surrogates', () => {
    assert.equal(createSourceText('a\r\nb\rc\nd\0\ud800', body).text, 'a\nb\nc\nd\ufffd\ufffd')
  })

  it('maps offsets back to what was written', () => {
    const { pointAt } = createSourceText('a\r\nbc\rd\n', body)
    assert.deepEqual([0, 1, 2, 4, 5, 7].map(pointAt), [
      { line: 1, column: 1, offset: 0 },
      { line: 1, column: 2, offset: 1 },
      { line: 2, column: 1, offset: 3 },
      { line: 2, column: 3, offset: 5 },
      { line: 3, column: 1, offset: 6 },
      { line: 4, column: 1, offset: 8 },
    ])
  })

  it('counts UTF-16 units', () => {
    assert.deepEqual(createSourceText('😀é', body).pointAt(3), { line: 1, column: 4, offset: 3 })
  })

  it('gives places that lie inside the text and never end before they start', () => {
    const source = createSourceText('ab', { source: 'commit', commitSha: 'c0ffee' })
    const start = { line: 1, column: 2, offset: 1 }
    assert.deepEqual(source.placeOf(1, 0), { source: 'commit', commit_sha: 'c0ffee', start, end: start })
    assert.deepEqual(source.pointAt(-1), { line: 1, column: 1, offset: 0 })
    assert.deepEqual(source.pointAt(99), { line: 1, column: 3, offset: 2 })
  })
})
