import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPattern, compilePatterns } from '../../../src/core/redact/compile-patterns.ts'
import { redactText } from '../../../src/core/redact/redact-text.ts'
import { noRedaction, withKnown } from '../../../src/core/redact/redaction.ts'

const redact = (text: string, patterns: string[], allow: string[] = []) =>
  redactText(text, compilePatterns({ patterns, allow }, noRedaction))

test('takes out what a pattern matches', () => {
  assert.equal(
    redact('see ACME-1234 and (ACME-99)', ['ACME-\\d+']),
    'see [REDACTED:custom] and ([REDACTED:custom])',
  )
  assert.equal(redact('Project FALCON', ['(?i)project falcon']), '[REDACTED:custom]')
})

test('patterns that match anything or nothing come to an end', () => {
  assert.equal(redact('abc', ['.*']), '[REDACTED:custom]')
  assert.equal(redact('abc', ['x*']), 'abc')
  assert.equal(redact('abc', ['^', '$']), 'abc')
  assert.equal(redact('[REDACTED:email]', ['REDACTED', '\\w']), '[REDACTED:email]')
})

test('leaves what is allowed as a whole, and only that', () => {
  const allow = ['security@acme\\.dev']
  assert.equal(
    redact('security@acme.dev, ann.security@acme.dev', [], allow),
    'security@acme.dev, [REDACTED:email]',
  )
})

test('a known value is never allowed', () => {
  const known = withKnown(noRedaction, ['our-own-token'])
  const redaction = compilePatterns({ patterns: [], allow: ['.*'] }, known)
  assert.equal(redactText('it is our-own-token', redaction), 'it is [REDACTED:known-value]')
})

for (const [pattern, reason] of [
  ['(a', 'missing closing )'],
  ['(?=a)', 'invalid or unsupported Perl syntax'],
  ['\\1', 'invalid escape sequence'],
  ['a{1001}', 'invalid repeat count'],
  ['((a{1,1000}){1,1000}){1,1000}', 'expression too large'],
  ['(?:a|b|c|dd){1,1000}', 'it is too large, repeat less'],
] as const) {
  test(`refuses ${pattern}`, () => assert.equal(checkPattern(pattern), reason))
}

test('patterns that other engines take forever on are fine', () => {
  assert.equal(checkPattern('(a+)+$'), null)
  assert.equal(redact(`${'a'.repeat(20_000)}b`, ['(a+)+$']), `${'a'.repeat(20_000)}b`)
})
