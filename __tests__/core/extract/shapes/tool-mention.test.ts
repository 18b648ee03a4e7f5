import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readToolMentions, type ToolMention } from '../../../../src/core/extract/shapes/tool-mention.ts'

/** `id version/model=model_id: purpose`, parts left out where null. */
function print({ tool_id, version, model, model_id, used_for }: ToolMention): string {
  const release = version === null ? '' : ` ${version}`
  const named = model === null ? '' : `/${model}=${model_id}`
  return `${tool_id}${release}${named}${used_for === null ? '' : `: ${used_for}`}`
}

const cases: [text: string, ...mentions: string[]][] = [
  [
    'Claude Code 2.1.40 (claude-opus-4-6): implementation and tests',
    'claude-code 2.1.40/claude-opus-4-6=claude-opus-4-6: implementation and tests',
  ],
  ['Claude Code v2.1.40 with Claude Opus 4.6', 'claude-code 2.1.40/Claude Opus 4.6=claude-opus-4-6'],
  [
    'Cursor 0.45 with Claude Sonnet 4.5 and GPT-5',
    'cursor 0.45/Claude Sonnet 4.5=claude-sonnet-4-5',
    'cursor 0.45/GPT-5=gpt-5',
  ],
  [
    'GitHub Copilot (model: claude-sonnet-4.6, autonomous)',
    'github-copilot/claude-sonnet-4.6=claude-sonnet-4-6',
  ],
  ['GitHub Copilot (model: unknown, autonomous)', 'github-copilot'],
  ['GitHub Copilot (Claude)', 'github-copilot/Claude=null'],
  ['Claude:claude-3-opus', 'claude/claude-3-opus=claude-3-opus'],
  ['claude-code/claude-fable-5', 'claude-code/claude-fable-5=claude-fable-5'],
  ['GLM 4.6 via Claude Code', 'claude-code/GLM 4.6=glm-4.6'],
  ['`Opus 4.5` on `Claude Code v2.1.5`', 'claude-code 2.1.5/Opus 4.5=claude-opus-4-5'],
  [
    'Opus 4.6 and Sonnet 4.5 via Claude Code',
    'claude-code/Opus 4.6=claude-opus-4-6',
    'claude-code/Sonnet 4.5=claude-sonnet-4-5',
  ],
  ['Codex CLI 0.46 / gpt-5-codex (high)', 'openai-codex 0.46/gpt-5-codex (high)=gpt-5-codex'],
  ['Codex 5.3', 'openai-codex/Codex 5.3=gpt-5.3-codex'],
  [
    'Claude Code (Opus 4.6) + Codex CLI 0.46 (gpt-5-codex)',
    'claude-code/Opus 4.6=claude-opus-4-6',
    'openai-codex 0.46/gpt-5-codex=gpt-5-codex',
  ],
  ['Claude Code (claude-code/1.0)', 'claude-code 1.0'],
  ['Claude Code (opus + sonnet)', 'claude-code/opus=claude-opus', 'claude-code/sonnet=claude-sonnet'],
  ['Claude Code and GitHub Copilot', 'claude-code', 'github-copilot'],
  ['Opus 4.5', 'claude/Opus 4.5=claude-opus-4-5'],
  ['OpenAI GPT-5 Codex', 'gpt/GPT-5 Codex=gpt-5-codex'],
  ['ChatGPT (GPT-4o) for the docs', 'chatgpt/GPT-4o=gpt-4o: the docs'],
  ['chatgpt 5.5 high', 'chatgpt/chatgpt 5.5 high=gpt-5.5'],
  ['Claude Code — used for tests', 'claude-code: tests'],
  ['Copilot v1.250 for tests, Claude for docs', 'github-copilot 1.250: tests', 'claude: docs'],
  ['Gemini 2.5 Pro', 'gemini/Gemini 2.5 Pro=gemini-2.5-pro'],
  ['Claude 4, Gemini 2.5 pro', 'claude/Claude 4=claude-4', 'gemini/Gemini 2.5 pro=gemini-2.5-pro'],
  [
    'Claude Opus 4.7 & Codex GPT 5.5',
    'claude/Claude Opus 4.7=claude-opus-4-7',
    'openai-codex/GPT 5.5=gpt-5.5',
  ],
  ['Pi and Codex with GPT-5.5', 'pi/GPT-5.5=gpt-5.5', 'openai-codex/GPT-5.5=gpt-5.5'],
  ['vscode:Claude Opus 4.7', 'vscode/Claude Opus 4.7=claude-opus-4-7'],
  ['vscode:Copilot automated model selection', 'github-copilot'],
  ['VS Code', ...[]],
  ['Kimi (model: opencode-go/kimi-k2.7-code, autonomous)', 'kimi/kimi-k2.7-code=kimi-k2.7-code'],
  ['Crush:AWS Claude Opus 4.6', 'crush/Claude Opus 4.6=claude-opus-4-6'],
  ['Claude via Cursor', 'cursor/Claude=null'],
  ['Claude via Claude Code', 'claude-code'],
  ['Claude Code for the tests with Opus 4.6', 'claude-code/Opus 4.6=claude-opus-4-6'],
  ['Cursor (Claude) with Opus 4.6', 'cursor/Opus 4.6=claude-opus-4-6'],
  ['MiniMaxM3 and deepseekv3', 'minimax/MiniMaxM3=minimax-m3', 'deepseek/deepseekv3=deepseek-v3'],
  ['Crush:auto', 'crush/auto=null'],
  ['Cursor (Auto)', 'cursor/Auto=null'],
  ['Cursor (Composer 1)', 'cursor/Composer 1=composer-1'],
  ['Composer 2', ...[]],
  ['Tool: Claude Code. Model: Opus 4.6', 'claude-code/Opus 4.6=claude-opus-4-6'],
  [
    'Claude Code: fix cursor handling and continue the refactor',
    'claude-code: fix cursor handling and continue the refactor',
  ],
  ['Cursor Bugbot', ...[]],
  ['Copilot Autofix powered by AI', ...[]],
  ['Viktor Haider', ...[]],
  ['Claude Dupont', ...[]],
  ['Jean-Claude', ...[]],
  ['FooAI 3.2', ...[]],
  ['', ...[]],
]

for (const [text, ...expected] of cases) {
  test(`reads ${JSON.stringify(text)}`, () => {
    const mentions = readToolMentions(text)
    assert.deepEqual(mentions.map(print), expected)
    for (const { start, end } of mentions) assert.ok(start >= 0 && start < end && end <= text.length)
  })
}

test('a mention spans its tool, version and model', () => {
  const text = 'First Claude Code 2.1 (Opus 4.6), then more'
  const [mention] = readToolMentions(text)
  assert.equal(text.slice(mention?.start, mention?.end), 'Claude Code 2.1 (Opus 4.6)')
})

test('hostile texts stay linear and give what they name', () => {
  assert.equal(readToolMentions('Claude Code, '.repeat(5000)).length, 5000)
  assert.equal(readToolMentions(`Claude Code ${'('.repeat(65_536)}`).length, 1)
  assert.equal(readToolMentions(`Claude Code ${'(a'.repeat(32_768)}`).length, 1)
  assert.equal(readToolMentions(`Claude Code${' '.repeat(65_536)}x`).length, 1)
  assert.equal(readToolMentions('Cursor with '.repeat(5000)).length > 0, true)
})
