import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { redactRecord } from '../../../src/core/redact/redact-record.ts'
import { noRedaction, withKnown } from '../../../src/core/redact/redaction.ts'

const options = { generatedAt: '2026-01-01T00:00:00.000Z', version: '1.0.0' }
const record = extractRecord(createPullRequest({ body: '' }), options)
const redact = (title: string, known: string[] = []) =>
  redactRecord({ ...record, source: { ...record.source, title } }, withKnown(noRedaction, known))
// Made here, so that no scanner takes this file for a leak.
const letters = 'aB3dE5gH7jK9mN2pQ4sT6vW8xY1zC0fL'

for (const [rule, secret, text] of [
  ['github-token', `ghp_${letters}1234`, 'with # it'],
  ['ai-key', `sk-ant-api03-${letters}`, 'key #'],
  ['aws-key', `AKIA${'QWERTYUIOPASDFGH'}`, 'id #'],
  ['jwt', `eyJ${letters}.eyJ${letters}.${letters}`, 'jwt #'],
  ['private-key', `-----BEGIN EC PRIVATE KEY-----\n> ${letters}`, 'a\n#'],
  ['url-credentials', 'hunter2abc', 'postgres://app:#@db.internal/x'],
  ['command-password', 'hunter2abc', 'curl -u app:# https://a.b'],
  ['auth-header', letters, 'Authorization: Bearer #'],
  ['password', letters, '{"db_password": "#"}'],
  ['email', 'jane.doe@corp.io', 'ask # first'],
  ['home-path', 'jdoe', 'in /home/#/src'],
] as const) {
  test(`takes out ${rule}`, () => {
    const { source, redaction } = redact(text.replace('#', secret))
    assert.equal(source.title, text.replace('#', `[REDACTED:${rule}-1]`))
    assert.deepEqual(redaction, { ruleset: '1', counts: [{ rule, count: 1 }] })
  })
}

test('equal values get the same number', () => {
  assert.equal(
    redact('a@corp.io b@corp.io a@corp.io').source.title,
    '[REDACTED:email-1] [REDACTED:email-2] [REDACTED:email-1]',
  )
})

test('takes out a known value', () => {
  assert.equal(
    redact('it is our-own-value.', ['our-own-value']).source.title,
    'it is [REDACTED:known-value-1].',
  )
})

for (const text of [
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  '123e4567-e89b-12d3-a456-426614174000',
  'password: <your-password>',
  'token = process.env.API_TOKEN_2',
  '$' + '{{ secrets.TOKEN_1 }}',
  'AKIAIOSFODNN7EXAMPLE',
  'Co-authored-by: Claude <noreply@anthropic.com>',
  '2026-01-01 v1.2.3 src/core/tokenize.ts @mention/package',
]) {
  test(`leaves ${text}`, () => assert.equal(redact(text).source.title, text))
}
