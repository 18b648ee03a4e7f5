import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractBody } from '../../support/extract-body.ts'

test('a prompt within a sentence stands beside those of a section', () => {
  const record = extractBody(
    '## AI disclosure\n\nI used Claude Code with the prompt "Make the retry wait grow with every try".\n\n## Prompts used\n\n1. > Fix the retry loop\n',
  )
  assert.deepEqual(record.prompts.map(({ text }) => text).sort(), [
    'Fix the retry loop',
    'Make the retry wait grow with every try',
  ])
})
