// Texts built to make the readers of prose and prompts stumble: long, repeated, nested, broken.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { assertPlaces, assertValid } from '../../support/assert-invariants.ts'

const longest = 65_000
const options = { generatedAt: '2026-01-01T00:00:00.000Z', version: '0.0.0-test' }

const pieces = [
  '§ ',
  'I ',
  'claude ',
  "Claude's ",
  'claude, ',
  'i used claude ',
  'I used AI. ',
  'claude wrote ',
  'and then ',
  'i had to ',
  'it did not work, so i ',
  'because ',
  'a → ',
  '(((',
  '> ',
  '- [ ] ',
  '- [x] no ai ',
  'prompt: "',
  '“a b c ',
  'prompt was: `a b c` ',
  'Opus 4.5: "fix it all" ',
  'User: x\n',
  'USER: a\nAssistant: b\n',
  '<!-- CURSOR_SUMMARY -->\n\n',
  '> [!NOTE]\n',
  '# Summary by CodeRabbit\n',
  '| experiment | failed |\n',
  '\n\nA: b',
  '。',
  '? ',
  '\0',
  '\ud800',
  '\udc00 claude ',
  '\u202eclaude\u202c ',
]
const leads = ['', 'I used Claude. ']

describe('repeated to 65,000 characters', () => {
  for (const piece of pieces) {
    it(JSON.stringify(piece), () => {
      for (const lead of leads) {
        const body = `${lead}${piece.repeat(Math.ceil(longest / piece.length))}`.slice(0, longest)
        const message = `Subject\n\nclaude ${body}`.slice(0, longest)
        const commit = { sha: '1'.repeat(40), message, author: null, committer: null }
        const commits = lead === '' ? [commit] : []
        const pullRequest = createPullRequest({ body, commits, title: null })
        const record = extractRecord(pullRequest, options)
        assertValid(record)
        assertPlaces(record, pullRequest)
        assert.notEqual(record.sources[0]?.state, 'missing')
      }
    })
  }
})

it('parses commit messages up to a limit in all, and says which it did not', () => {
  const commits = ['1', '2', '3'].map((digit) => ({
    sha: digit.repeat(40),
    message: `Subject\n\nclaude wrote it ${'a'.repeat(60_000)}\n\nAssisted-by: Cursor`,
    author: null,
    committer: null,
  }))
  const { sources, tools } = extractRecord(createPullRequest({ commits }), options)
  assert.deepEqual(
    sources.filter(({ source }) => source === 'commit').map(({ state }) => state),
    ['read', 'read', 'too_large'],
  )
  assert.equal(tools.filter(({ name }) => name === 'Cursor').length, 1)
})

it('reads nothing from nothing', () => {
  for (const body of ['', ' ', '\0', '\n', '\u202e', '\ud800']) {
    const { ai_use, prompts, failures, corrections } = extractRecord(
      createPullRequest({ body, title: body }),
      options,
    )
    assert.deepEqual([ai_use, prompts, failures, corrections], ['unknown', [], [], []])
  }
})
