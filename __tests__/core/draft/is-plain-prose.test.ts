import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isPlainProse } from '../../../src/core/draft/is-plain-prose.ts'

describe('plain prose', () => {
  for (const text of [
    'Add a cache, please!',
    'One line\nand another\n\nand a paragraph - with (marks): 50 % “so”, ‘so’ = fine',
    'Use `npm test` here',
    'Keep [REDACTED:github-token] out',
    '你好，世界',
  ]) {
    it(JSON.stringify(text), () => assert.equal(isPlainProse(text), true))
  }
})

describe('what GitHub or a reader would see as more, or less', () => {
  for (const text of [
    ' begins with space',
    'two  \nspaces end a line',
    'a\tb',
    '- a list',
    '1. a list',
    'A heading\n===',
    'A heading\n---',
    '*strong*',
    'see https://example.com/a',
    'see www.example.com',
    'fixes #12',
    'fixes GH-12',
    'so :smile:',
    'commit 1a2b3c4 broke it',
    'ask @ann',
    'a <b>',
    '"all of it"',
    '“all of it”',
    `${'long '.repeat(1000)}end`,
  ]) {
    it(JSON.stringify(text.slice(0, 40)), () => assert.equal(isPlainProse(text), false))
  }
})
