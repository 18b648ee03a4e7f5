// Answers that Markdown takes for one with the template's own line: right below a box, or in one paragraph with it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractPullRequest } from '../../../../src/core/extract/extract-pull-request.ts'
import { createPullRequest } from '../../../../src/core/pull-request.ts'

const template = `## AI disclosure

- [ ] AI was used
- [ ] No AI was used

Name the tools that you used, with their versions.
`

function read(body: string) {
  const templates = [{ path: 'pull_request_template.md', text: template, problem: null }]
  return extractPullRequest(createPullRequest({ body, templates })).rows
}

const names = (body: string) => read(body).tools.map(({ tool_id }) => tool_id)

test('text right below a ticked box is read', () => {
  const body = template.replace('[ ] AI was used\n', '[x] AI was used\n  Claude Code wrote the tests.\n')
  assert.deepEqual(names(body), ['claude-code'])
})

test('a line right below a question of the template is read', () => {
  assert.deepEqual(names(template.replace('versions.\n', 'versions.\nCursor\n')), ['cursor'])
})

test('an AI’s answer in a quote is no prompt', () => {
  const body = '## Prompts\n\nI asked Claude Code:\n\n> Fix the loop\n\nClaude answered:\n\n> It is fixed\n'
  assert.deepEqual(
    read(body).prompts.map(({ text }) => text),
    ['Fix the loop'],
  )
})
