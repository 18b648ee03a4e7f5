import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSecrets } from '../../../src/core/redact/find-secrets.ts'

const token = `ghp_${'a1B2c3'.repeat(6)}`

test('secrets are found in order, each once, by the rule that knows them', () => {
  const text = `db postgres://app:hunter22@db.prod/x\ntoken: ${token}\n`
  assert.deepEqual(
    findSecrets(text).map(({ rule, start, end }) => [rule, text.slice(start, end)]),
    [
      ['url-credentials', 'hunter22'],
      ['github-token', token],
    ],
  )
})

test('personal data, placeholders and plain text are no secrets', () => {
  assert.deepEqual(findSecrets('Ann <ann@corp.io> set `TOKEN=<your token>` in /home/ann/x'), [])
  assert.deepEqual(findSecrets(''), [])
})

test('thousands of them are found in one pass', () => {
  assert.equal(findSecrets(`${token}\n`.repeat(1500)).length, 1500)
})
