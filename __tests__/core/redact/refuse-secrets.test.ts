import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { serializeLine, serializeRecord, serializeRecords } from '../../../src/core/record/serialize.ts'
import { markRedacted } from '../../../src/core/redact/redacted.ts'
import { noRedaction, withKnown } from '../../../src/core/redact/redaction.ts'
import { RedactionError, refuseSecrets } from '../../../src/core/redact/refuse-secrets.ts'

const token = `ghp_${'a1B2c3'.repeat(6)}`
const record = extractRecord(createPullRequest({ body: '' }), {
  generatedAt: '2026-01-01T00:00:00.000Z',
  version: '1.0.0',
})

test('a record that was not redacted is not written', () => {
  const leaking = markRedacted({ ...record, source: { ...record.source, title: `it is ${token}` } })
  for (const write of [serializeRecord, serializeLine]) assert.throws(() => write(leaking), RedactionError)
  assert.throws(() => serializeRecords([record, leaking]), RedactionError)
})

test('the message does not repeat the secret', () => {
  assert.throws(
    () => refuseSecrets(token),
    (error: Error) => !error.message.includes(token),
  )
})

test('a known value is seen in plain text and as Git sends it', () => {
  const redaction = withKnown(noRedaction, ['our-own-token-1'])
  for (const text of [
    'x our-own-token-1 y',
    btoa('our-own-token-1'),
    btoa('x-access-token:our-own-token-1'),
  ]) {
    assert.throws(() => refuseSecrets(text, redaction), RedactionError)
  }
  assert.equal(refuseSecrets('our own token', redaction), 'our own token')
})
