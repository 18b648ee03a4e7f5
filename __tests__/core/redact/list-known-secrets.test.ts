import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listKnownSecrets } from '../../../src/core/redact/list-known-secrets.ts'

test('variables are secrets by their names', () => {
  const env = {
    GITHUB_TOKEN: 'one',
    ANTHROPIC_API_KEY: 'two',
    db_password: 'three',
    AWS_SECRET_ACCESS_KEY: 'four',
    EMPTY_TOKEN: '',
    MISSING_TOKEN: undefined,
    TOKENS_FILE: 'no',
    HOME: '/home/ann',
  }
  assert.deepEqual(listKnownSecrets(env), ['one', 'two', 'three', 'four'])
})
