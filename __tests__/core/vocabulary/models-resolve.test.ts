import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchModelAt, resolveModelId } from '../../../src/core/vocabulary/models-resolve.ts'

const spellings: Record<string, string[]> = {
  'claude-opus-4-6': [
    'Claude Opus 4.6',
    'Claude Opus 4.6 (1M context)',
    'Opus 4.6',
    'opus-4-6',
    'opus4.6',
    'claude-opus-4.6',
    'claude-opus-4-6-20260115',
    'anthropic/claude-opus-4.6',
    'openrouter/anthropic/claude-opus-4-6',
    'us.anthropic.claude-opus-4-6',
    'Opus-4.6[1m]',
    'Claude claude-opus-4-6',
    'claude-opus-4-6@default',
    'claude-opus-4-6#medium',
    'Opus 4.6 1M',
    'Claude Opus 4.6 Extended',
  ],
  'claude-sonnet-4': ['Claude Sonnet 4', 'Claude 4 Sonnet', 'claude-sonnet-4-0', 'claude-sonnet-4-20250514'],
  'claude-3-5-sonnet': [
    'Claude 3.5 Sonnet',
    'Claude Sonnet 3.5',
    'claude-3-5-sonnet-20241022',
    'anthropic.claude-3-5-sonnet-20241022-v2:0',
  ],
  'claude-3-opus': ['claude-3-opus', 'Claude 3 Opus'],
  'claude-opus': ['Opus', 'Claude Opus'],
  'claude-4': ['Claude 4'],
  'gpt-4o': ['gpt-4o', 'GPT-4o', 'ChatGPT-4o', 'gpt-4o-2024-08-06'],
  'gpt-4o-mini': ['GPT-4o-mini'],
  'gpt-5': ['GPT-5', 'GPT5', 'ChatGPTv5', 'openai/gpt-5', 'gpt-5 (high)'],
  'gpt-5.5': ['GPT 5.5', 'GPT5.5', 'chatgpt 5.5 high', 'gpt-5.5-2026-01-01'],
  'gpt-5-codex': ['gpt-5-codex (high)', 'GPT-5 Codex', 'GPT-5-Codex'],
  'gpt-5.3-codex': ['GPT-5.3-Codex', 'gpt-5-3-codex'],
  'gpt-5.6-sol': ['GPT-5.6 Sol', 'gpt-5.6-sol', 'openai/gpt-5.6-sol', 'gpt-5.6-sol(medium)'],
  'gpt-oss-120b': ['gpt-oss-120b'],
  o3: ['o3'],
  'o4-mini': ['o4-mini', 'o4-mini-high'],
  'gemini-2.5-pro': [
    'Gemini 2.5 Pro',
    'Gemini 2.5-Pro',
    'Gemini Pro 2.5',
    'gemini/gemini-2.5-pro',
    'vertex_ai/gemini-2.5-pro-exp-03-25',
  ],
  'gemini-2.0-flash-lite': ['vertex_ai/gemini-2.0-flash-lite-001'],
  'gemini-3-pro': ['Gemini 3 Pro (High)', 'gemini-3-pro-preview'],
  'grok-4.6': ['Grok 4.6', 'grok-4.6'],
  'grok-code-fast-1': ['grok-code-fast-1', 'Grok Code Fast 1'],
  'kimi-k2.5': ['Kimi K2.5', 'Kimi-K2.5', 'kimi 2.5'],
  'kimi-k2-thinking': ['Kimi K2 Thinking'],
  'glm-4.6': ['GLM 4.6', 'GLM-4.6', 'zai/glm-4.6'],
  'qwen3-coder': ['Qwen3-Coder', 'Qwen 3 Coder', 'qwen3-coder'],
  'qwen3.5-9b': ['Qwen3.5-9B'],
  'deepseek-r1': ['DeepSeek-R1', 'deepseek r1'],
  'deepseek-v4-pro': ['DeepSeek V4 Pro', 'deepseek-v4-pro'],
  'deepseek-chat': ['deepseek-chat'],
  'minimax-m3': ['MiniMax M3', 'MiniMax-M3'],
  'mai-code-1-flash': ['MAI-Code-1-Flash'],
  'devstral-small': ['devstral-small-2507'],
  'mistral-large': ['Mistral Large', 'mistral-large-latest'],
  'raptor-mini': ['raptor mini'],
  'composer-1.5': ['Composer 1.5'],
}

for (const [id, names] of Object.entries(spellings)) {
  test(`all spellings of ${id} give one id`, () => {
    for (const name of names) assert.equal(resolveModelId(name), id, name)
  })
}

test('what is no model has no id', () => {
  for (const text of [
    '',
    'Claude',
    'Claude Code',
    'claude-code',
    'GPT',
    'Gemini CLI',
    'gpt-engineer',
    'chatgpt-codex-connector',
    'Claude-generated',
    'used Claude 3 times',
    'Haider',
    'geminix 2',
    'phillip 4',
    'foo-large',
    'a composer',
    'claude 2.1.40',
  ]) {
    assert.equal(resolveModelId(text), null, text)
  }
})

test('a match ends where the name ends', () => {
  const cases = [
    ['Opus 4.5 for docs', 'Opus 4.5'],
    ['GPT-5, Claude', 'GPT-5'],
    ['Claude Opus 4.7.', 'Claude Opus 4.7'],
    ['gpt-4-generated tests', 'gpt-4'],
    ['Gemini 3 Pro (High)` on', 'Gemini 3 Pro (High)'],
    ['Claude Opus\n4.6 and', 'Claude Opus\n4.6'],
  ] as const
  for (const [text, name] of cases) assert.equal(text.slice(0, matchModelAt(text, 0)?.end), name)
})

test('a tier without a version is marked as bare', () => {
  assert.equal(matchModelAt('Opus', 0)?.bare, true)
  assert.equal(matchModelAt('Opus 5', 0)?.bare, false)
  assert.equal(matchModelAt('codestral', 0)?.bare, false)
})

test('long and hostile names are read without backtracking', () => {
  for (const unit of ['gpt-', 'gpt-5-', 'claude ', 'anthropic/', '4.', 'o3 ']) {
    const text = unit.repeat(65_536 / unit.length)
    const id = resolveModelId(text)
    assert.ok(id === null || id.length < 100, unit)
  }
})
