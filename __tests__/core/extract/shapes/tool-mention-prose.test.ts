import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findToolMentions } from '../../../../src/core/extract/shapes/tool-mention.ts'

const find = (text: string) =>
  findToolMentions(text).map(({ tool_id, model_id }) => (model_id ? `${tool_id}/${model_id}` : tool_id))

const named: [string, ...string[]][] = [
  [
    'I generated this with cursor agent, and the message by copilot in github desktop.',
    'cursor',
    'github-copilot',
  ],
  ['claude code was using in this PR', 'claude-code'],
  ['This was a test using Gemini 2.5-Pro under Windsurf.', 'windsurf/gemini-2.5-pro'],
  ['AI disclosure: Devin wrote the first draft; I used Cursor for rote work', 'devin', 'cursor'],
  ['This change was developed with assistance from Cursor; I reviewed', 'cursor'],
  ['1. claude for scaffolding cases', 'claude'],
  ['Claude messed up here! For some reason', 'claude'],
  ['Cursor auto-complete feature was used.', 'cursor'],
  [
    'I used Pi and Codex with GPT-5.5 to help prepare these changes, and',
    'pi/gpt-5.5',
    'openai-codex/gpt-5.5',
  ],
  ['Drafted by Claude Opus 5 and reviewed by me.', 'claude/claude-opus-5'],
  ['prepared with AI assistance (Codex / GPT-5). I reviewed', 'openai-codex/gpt-5'],
  ['GPT (free) via chat.openai.com was used', 'chatgpt'],
  ['Developed with Claude Code (Opus). The winning', 'claude-code/claude-opus'],
  ['the work was done with aider (gpt-4o)', 'aider/gpt-4o'],
  ['I asked Claude and Gemini; both gave up', 'claude', 'gemini'],
  ['used cursor to write the tests', 'cursor'],
  ['Used Amp for the refactor', 'amp'],
  ['Used Goose with GPT-5', 'goose/gpt-5'],
]
for (const [text, ...expected] of named) {
  test(`finds in ${JSON.stringify(text)}`, () => assert.deepEqual(find(text), expected))
}

for (const text of [
  'Viktor Haider fixed the cursor blinking',
  'the database cursor is closed before we continue',
  'Cursor position is restored',
  'Using cursor-based pagination',
  'Claude Dupont reviewed this',
  'with Claude Dupont',
  'Jean-Claude said so',
  'Thanks to Devin Smith and Jules Verne',
  'Devin from the infra team asked for this',
  'We use Logstash grok patterns and a Goose migration tool',
  'Pi is 3.14, amp up the volume, Continue reading, Bolt on, warp the image',
  'Pour aider les utilisateurs',
  'update the opus 1.5 codec',
  'compile with -O3',
  'see .github/copilot-instructions.md, codex/fix-1 and CLAUDE.md',
  '## PR-Codex overview',
  'Summary by CodeRabbit and Cursor Bugbot after the Copilot review',
]) {
  test(`finds no tool in ${JSON.stringify(text)}`, () => assert.deepEqual(find(text), []))
}
