// `--explain`: the text with what was read from where, to the letter.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { checkPullRequest } from '../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../src/core/policy/default-policy.ts'
import { createPullRequest, type PullRequest } from '../../src/core/pull-request.ts'
import { formatExplanation } from '../../src/report/format-explanation.ts'
import { hostileBodies } from '../support/hostile-bodies.ts'

function explain(known: Partial<PullRequest>, color = false): string {
  const check = checkPullRequest(createPullRequest(known), {
    policy: defaultPolicy,
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
  return formatExplanation(check, { color })
}

const text = '## AI disclosure\n\nSay what you used.\n'
const templates = [{ path: 'pull_request_template.md', text, problem: null }]
const body = `${text}\n### Tools\n\n- Cursor\n\n### Prompts\n\n> Fix it.`

test('each line is followed by what was read from it', () => {
  assert.equal(
    explain({ body, templates }),
    `What was read from the description
 1 │ ## AI disclosure
 2 │ 
 3 │ Say what you used.
   │ ╰ text of the template, not an answer
 4 │ 
 5 │ ### Tools
   │ ╰ section tools: answered (to line 7)
 6 │ 
 7 │ - Cursor
   │ ╰ tool: Cursor
   │ ╰ Cursor is named without version and model (tool-version)
 8 │ 
 9 │ ### Prompts
   │ ╰ section prompts: answered (to line 11)
10 │ 
11 │ > Fix it.
   │ ╰ prompt 1`,
  )
})

test('marks of a draft are not shown', () => {
  assert.equal(
    explain({ body: '<!-- ai-worklog:draft 1.0.0 -->\n\n## AI worklog\n\n<!-- ai-worklog:end -->' }),
    'What was read from the description\n1 │ \n2 │ \n3 │ ## AI worklog\n4 │ \n5 │ ',
  )
})

test('colours add nothing but colours, and none are there without them', () => {
  const colored = explain({ body, templates }, true)
  assert.match(colored, /\u001B\[32m╰ prompt 1\u001B\[39m/)
  assert.equal(stripVTControlCharacters(colored), explain({ body, templates }))
  assert.doesNotMatch(explain({ body, templates }), /\u001B/)
})

test('what commits told is shown below the description, and other commits are not', () => {
  const commit = (sha: string, message: string) => ({ sha, message, author: null, committer: null })
  const commits = [
    commit('a'.repeat(40), 'Fix it'),
    commit('b'.repeat(40), 'Fix more\n\nCo-authored-by: Claude <noreply@anthropic.com>'),
  ]
  assert.equal(
    explain({ body: null, commits }).split('\n\n').at(-1),
    `… from elsewhere
  commit bbbbbbb: tool: Claude Code, from a trace
  commit bbbbbbb: trace of AI: trailer, claude-code`,
  )
})

test('nothing to read is shown as such', () => {
  assert.equal(explain({ body: null }), 'What was read from the description\n1 │ ')
})

test('escape codes, controls and turned text are not printed', () => {
  const shown = explain({ body: 'a\u001B[31mred\u001B]0;title\u0007b \u009B1m\u202Ec\r\nd\be' })
  assert.doesNotMatch(shown, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u)
  assert.equal(shown.split('\n').length, 3)
})

test('long lines are cut', () => {
  const [, line = ''] = explain({ body: 'x'.repeat(1000) }).split('\n')
  assert.equal(line, `1 │ ${'x'.repeat(159)}…`)
})

const odd = /^(?:none|NUL|control characters|lone surrogates|a byte order mark|one more|60,000 spaces)/
for (const hostile of hostileBodies.filter(({ name }) => odd.test(name))) {
  test(`a body of ${hostile.name} is explained without controls`, () => {
    const shown = explain({ body: hostile.body })
    assert.doesNotMatch(shown, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u)
  })
}
