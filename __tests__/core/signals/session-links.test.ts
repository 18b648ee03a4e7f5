import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSessionLinks } from '../../../src/core/signals/session-links.ts'

const visible = () => false

const cases: [url: string, reading: string | null][] = [
  ['https://claude.ai/code/session_01AB', 'session claude-code'],
  ['https://claude.ai/share/12-34', 'share claude'],
  ['https://chatgpt.com/codex/tasks/task_e_12', 'session openai-codex'],
  ['https://chatgpt.com/share/12-34', 'share chatgpt'],
  ['https://chat.openai.com/share/12-34', 'share chatgpt'],
  ['https://app.devin.ai/sessions/ab12', 'session devin'],
  ['https://jules.google.com/task/12', 'session jules'],
  ['https://cursor.com/agents/bc-12', 'session cursor'],
  ['https://www.cursor.com/agents?id=bc-12', 'session cursor'],
  ['https://cursor.com/background-agent?bcId=bc-1', 'session cursor'],
  ['https://ampcode.com/threads/T-12', 'session amp'],
  ['https://github.com/o/r/sessions/0e3c1234-aa', 'session github-copilot'],
  ['https://claude-transcript.pages.dev/a', 'transcript null'],
  ['https://app.devin.ai/review/o/r/pull/1', null],
  ['https://claude.ai/code', null],
  ['https://claude.com/claude-code', null],
  ['https://cursor.com', null],
  ['https://github.com/o/r/pull/12', null],
  ['https://constructor/x', null],
]
for (const [url, expected] of cases) {
  test(`reads ${url}`, () => {
    const [link] = readSessionLinks(`See [this](${url}).`, visible)
    assert.equal(link ? `${link.kind} ${link.tool_id}` : null, expected)
    if (link) assert.equal(link.url, url)
  })
}

test('words may say that a link is a transcript', () => {
  const text = 'Full transcript: https://example.org/t, not https://example.org/u.'
  const [link, ...more] = readSessionLinks(text, visible)
  assert.equal(link?.kind, 'transcript')
  assert.equal(text.slice(link?.start, link?.end), 'https://example.org/t')
  assert.deepEqual(more, [])
})

test('a link is listed once, and not from hidden text', () => {
  const text = 'https://app.devin.ai/sessions/1 https://app.devin.ai/sessions/1'
  assert.equal(readSessionLinks(text, visible).length, 1)
  assert.deepEqual(
    readSessionLinks(text, () => true),
    [],
  )
})

test('64 KB of hostile links stay linear', () => {
  assert.deepEqual(readSessionLinks('https://'.repeat(8192), visible), [])
  assert.deepEqual(readSessionLinks(`https://${'a'.repeat(65_536)}`, visible), [])
  assert.deepEqual(readSessionLinks('transcript '.repeat(6000).concat('https://'), visible), [])
})
