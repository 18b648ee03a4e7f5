// JSON that neither a runner nor a terminal acts on, and that says the same.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { serializeLine, serializeRecord, serializeRecords } from '../../../src/core/record/serialize.ts'

const title = '##[add-mask]a ###[b] \u009b31m \u202e \u200b \u2028 \u{e0041} # [c] 🎉 ⚠️'
const record = extractRecord(createPullRequest({ title }), {
  generatedAt: '2026-01-01T00:00:00.000Z',
  version: '0.0.0-test',
})

it('escapes what acts, hides or reorders, and nothing else', () => {
  for (const text of [serializeRecord(record), serializeLine(record), serializeRecords([record])]) {
    assert.match(
      text,
      /"#\\u0023\[add-mask\]a ##\\u0023\[b\] \\u009b31m \\u202e \\u200b \\u2028 \\udb40\\udc41 # \[c\] 🎉 ⚠️"/,
    )
    const [parsed] = [JSON.parse(text)].flat()
    assert.deepEqual(parsed, record)
  }
})
