import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dropBareMarks } from '../../../src/dataset/privacy/drop-bare-marks.ts'
import { createExampleRecord } from '../map/example-record.ts'

const record = createExampleRecord()

test('a text that is only marks is null, one with a word stays', () => {
  const [prompt] = record.prompts
  const [failure] = record.failures
  assert.ok(prompt && failure)
  const marked = {
    ...record,
    prompts: [
      { ...prompt, text: '[OMITTED:prompt]' },
      { ...prompt, text: 'Ask [REDACTED:email]' },
    ],
    failures: [{ ...failure, summary: '[OMITTED:prompt]', error: '[REDACTED:home-path] [REDACTED:email]' }],
  }
  const { prompts, failures } = dropBareMarks(marked)
  assert.deepEqual(
    prompts.map(({ text }) => text),
    [null, 'Ask [REDACTED:email]'],
  )
  assert.deepEqual(
    failures.map(({ summary, error, resolution }) => [summary, error, resolution]),
    [['[OMITTED:prompt]', null, failure.resolution]],
  )
})

test('a record without marks is itself', () => {
  assert.equal(dropBareMarks(record), record)
})
