import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pythonLines, pythonString } from '../../../../src/dataset/engine/spark/python-text.ts'
import { hostileTexts } from '../../../support/hostile-python.ts'

describe('pythonString', () => {
  it('is ASCII on one line, and ends where it ends', () => {
    for (const text of hostileTexts) {
      const literal = pythonString(text)
      assert.match(literal, /^"(?:[ !#-[\]-~]|\\["\\n]|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})*"$/)
      // But for the long escapes it is JSON.
      if (!literal.includes('\\U')) assert.equal(JSON.parse(literal), text)
    }
    assert.equal(pythonString('\u{1F600}'), '"\\U0001f600"')
  })
})

describe('pythonLines', () => {
  it('gives a literal a line, which together are the text', () => {
    assert.equal(pythonLines('SELECT 1\n  FROM "x"\n', '  '), '  "SELECT 1\\n"\n  "  FROM \\"x\\"\\n"')
  })
})
