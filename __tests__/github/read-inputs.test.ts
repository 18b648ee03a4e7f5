import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { isJsonObject, readObject, readString } from '../../src/core/json.ts'
import type { Inputs } from '../../src/github/event/inputs.ts'
import { readInputs } from '../../src/github/event/read-inputs.ts'
import { UsageError } from '../../src/report/usage-error.ts'

const defaults: Inputs = {
  githubToken: '',
  mode: null,
  policy: null,
  pullRequest: null,
  upload: true,
  artifactName: 'ai-worklog',
  retentionDays: null,
  onUploadError: 'warn',
  comment: false,
  label: null,
  transcripts: null,
}

/** The inputs of action.yml with their defaults. */
function readMetadata(): Map<string, string> {
  const action: unknown = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'))
  const inputs = isJsonObject(action) ? readObject(action, 'inputs') : null
  return new Map(
    Object.keys(inputs ?? {}).map((name) => [name, readString(readObject(inputs, name), 'default') ?? '']),
  )
}

test('no inputs are the defaults', () => {
  assert.deepEqual(readInputs({}), defaults)
})

test('the defaults of action.yml are the same', () => {
  const env = Object.fromEntries(
    [...readMetadata()].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
  assert.match(env['INPUT_GITHUB-TOKEN'] ?? '', /^\$\{\{ github\.token \}\}$/)
  assert.deepEqual(readInputs({ ...env, 'INPUT_GITHUB-TOKEN': '' }), defaults)
})

const accepted: [string, string, Partial<Inputs>][] = [
  ['github-token', ' token\n', { githubToken: 'token' }],
  ['mode', 'observe', { mode: 'observe' }],
  ['mode', ' enforce ', { mode: 'enforce' }],
  ['policy', 'policy.yml', { policy: { repository: null, path: 'policy.yml' } }],
  ['policy', 'a/b c/ü.yml', { policy: { repository: null, path: 'a/b c/ü.yml' } }],
  ['policy', 'octo-org/.github:p/q.yml', { policy: { repository: 'octo-org/.github', path: 'p/q.yml' } }],
  ['pull-request', '1', { pullRequest: 1 }],
  ['upload', 'false', { upload: false }],
  ['artifact-name', 'ai worklog (ü)', { artifactName: 'ai worklog (ü)' }],
  ['artifact-name', '..a', { artifactName: '..a' }],
  ['retention-days', '1', { retentionDays: 1 }],
  ['retention-days', '400', { retentionDays: 400 }],
  ['on-upload-error', 'fail', { onUploadError: 'fail' }],
  ['comment', 'true', { comment: true }],
  ['label', ' needs documentation ', { label: 'needs documentation' }],
  ['transcripts', 'none', { transcripts: [] }],
  ['transcripts', ' a.jsonl\n\n  b c/\r\n', { transcripts: ['a.jsonl', 'b c/'] }],
]
for (const [name, value, expected] of accepted) {
  test(`\`${name}\` accepts \`${value.trim()}\``, () => {
    assert.deepEqual(readInputs({ [`INPUT_${name.toUpperCase()}`]: value }), { ...defaults, ...expected })
  })
}

const rejected: [string, string[]][] = [
  ['mode', ['Warn', 'off', 'warn enforce']],
  [
    'policy',
    [
      '/etc/passwd',
      '../p.yml',
      'a/../p.yml',
      'a//b',
      './p.yml',
      'p.yml/',
      'org:p.yml',
      'a/b/c:p.yml',
      'a/b:',
      'a\\b',
      'https://x/y',
    ],
  ],
  ['pull-request', ['0', '-1', '1.0', '1e3', '٣', 'x', '99999999999999999999']],
  ['upload', ['True', 'yes', '1', 'no']],
  ['artifact-name', ['.', '..', '...', 'a/b', 'a\\b', 'a:b', 'a\tb', 'a\nb', 'a"b', 'x'.repeat(201)]],
  ['retention-days', ['0', '-1', '401', '5abc', '5.5', '0x5', '05']],
  ['on-upload-error', ['Fail', 'error']],
  ['comment', ['True', 'yes']],
  ['label', ['x'.repeat(51), 'a\nb']],
  ['transcripts', ['none\na.jsonl', 'a\tb', 'x'.repeat(4097), 'a\n'.repeat(101)]],
]
for (const [name, values] of rejected) {
  for (const value of values) {
    test(`\`${name}\` rejects \`${value.slice(0, 30)}\``, () => {
      assert.throws(
        () => readInputs({ [`INPUT_${name.toUpperCase()}`]: value }),
        (error) =>
          error instanceof UsageError &&
          error.message.startsWith(`\`${name}\` must be `) &&
          !error.message.includes('\n'),
      )
    })
  }
}

test('a long wrong value is cut', () => {
  assert.throws(() => readInputs({ INPUT_MODE: 'x'.repeat(5000) }), {
    message: `\`mode\` must be \`observe\`, \`warn\` or \`enforce\`, got \`${'x'.repeat(100)}…\``,
  })
})
