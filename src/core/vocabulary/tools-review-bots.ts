// Bots that review, summarise or fix what others wrote: never the tool a pull request was made with. Data only.

import type { BotAccount } from './tool.ts'

/** One review bot. */
export interface ReviewBot {
  /** Names as they sign; matched like tool names. */
  names: readonly string[]
  bots?: readonly BotAccount[]
  /** `host` or `host/path` its badges link to. */
  links?: readonly string[]
}

/** Every known review bot. */
export const reviewBots: readonly ReviewBot[] = [
  {
    names: ['CodeRabbit', 'CodeRabbit AI', 'coderabbitai'],
    bots: [{ login: 'coderabbitai[bot]', id: 136622811 }],
    links: ['coderabbit.ai'],
  },
  { names: ['Cursor Bugbot', 'Bugbot'], links: ['cursor.com/bugbot', 'cursor.com/dashboard?tab=bugbot'] },
  {
    names: ['Greptile', 'greptile-apps'],
    bots: [{ login: 'greptile-apps[bot]', id: 165735046 }],
    links: ['greptile.com'],
  },
  {
    names: [
      'Copilot Autofix',
      'Copilot Autofix powered by AI',
      'Copilot code review',
      'Copilot review',
      'Copilot reviewer',
      'Copilot pull request reviewer',
      'copilot-pull-request-reviewer',
    ],
    bots: [
      { login: 'github-advanced-security[bot]', id: 62310815 },
      { login: 'github-code-quality[bot]', id: 223894421 },
      { login: 'copilot-pull-request-reviewer[bot]', id: null },
    ],
  },
  { names: ['gemini-code-assist[bot]'], bots: [{ login: 'gemini-code-assist[bot]', id: 176961590 }] },
  { names: ['gemini-cli-robot'], bots: [{ login: 'gemini-cli-robot', id: 224641728 }] },
  { names: ['PR-Codex'] },
  { names: ['Devin Review'], links: ['app.devin.ai/review'] },
  {
    names: ['Sourcery', 'sourcery-ai', 'Sourcery AI'],
    bots: [{ login: 'sourcery-ai[bot]', id: 58596630 }],
    links: ['sourcery.ai'],
  },
  {
    names: ['Graphite Agent', 'graphite-app', 'Graphite Diamond'],
    bots: [{ login: 'graphite-app[bot]', id: 96075541 }],
  },
  {
    names: ['Ellipsis', 'ellipsis-dev'],
    bots: [{ login: 'ellipsis-dev[bot]', id: 65095814 }],
    links: ['ellipsis.dev'],
  },
  {
    names: ['Qodo Merge', 'PR-Agent', 'CodiumAI PR-Agent', 'qodo-merge-pro'],
    bots: [
      { login: 'qodo-merge-pro[bot]', id: 151058649 },
      { login: 'qodo-code-review[bot]', id: null },
    ],
    links: ['qodo.ai'],
  },
  { names: ['Korbit', 'korbit-ai'], bots: [{ login: 'korbit-ai[bot]', id: null }], links: ['korbit.ai'] },
  { names: ['Bito AI', 'bito-code-review'], bots: [{ login: 'bito-code-review[bot]', id: null }] },
  {
    names: ['What The Diff', 'what-the-diff'],
    bots: [{ login: 'what-the-diff[bot]', id: null }],
    links: ['whatthediff.ai'],
  },
  { names: ['CodeAnt AI', 'codeant-ai'], bots: [{ login: 'codeant-ai[bot]', id: null }] },
  { names: ['Claude Code Review', 'Codex review', 'Codex code review'] },
  { names: ['mrge', 'recurseml', 'Panto AI', 'Baz Reviewer'] },
]
