import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskText, redactSecrets, redactText } from '../../../src/core/redact/redact-text.ts'

const letters = 'aB3dE5gH7jK9mN2pQ4sT6vW8xY1zC0fL'
const token = `ghp_${letters}1234`

for (const [name, text, expected] of [
  [
    'an invisible character',
    `a ${token.slice(0, 20)}\u200B${token.slice(20)} b`,
    'a [REDACTED:github-token] b',
  ],
  [
    'URL encoding',
    `?x=${encodeURIComponent(`jane@corp.io ${token}`)}`,
    '?x=[REDACTED:email]%20[REDACTED:github-token]',
  ],
  ['backslashes', `a ${token.replace('_', '\\_')} b`, 'a [REDACTED:github-token] b'],
  ['JSON', JSON.stringify({ log: `password: "hunter2!x"` }), '{"log":"password: \\"[REDACTED:password]\\""}'],
] as const) {
  test(`a secret written with ${name} goes`, () => assert.equal(redactText(text), expected))
}

test('a text that matches anew after every cut goes as a whole', () => {
  assert.equal(redactText(`${'/home/a'.repeat(9)}/`), '[REDACTED:unsettled]')
})

test('what was redacted stays as it is', () => {
  const once = redactText(`password=${letters} and ann@corp.io`)
  assert.equal(once, 'password=[REDACTED:password] and [REDACTED:email]')
  assert.equal(redactText(once), once)
})

test('a mask keeps lines and offsets', () => {
  const text = `a\n-----BEGIN PRIVATE KEY-----\r\n${letters}\nb ann@corp.io`
  const masked = maskText(text)
  assert.equal(masked.length, text.length)
  assert.deepEqual(masked.match(/[\r\n]/g), text.match(/[\r\n]/g))
  assert.match(masked, /^a\n•+\r\n•+\n/)
  assert.equal(maskText('plain'), 'plain')
})

test('people at their own terminal see their own paths', () => {
  assert.equal(
    redactSecrets(`/home/ann/policy.yml: ${token}`),
    '/home/ann/policy.yml: [REDACTED:github-token]',
  )
})
