// The baseline: a check such as projects write today, a few keyword patterns over the whole text. It is meant to be a
// fair example of its kind, not a strawman; nothing here uses the project's own reader or vocabulary.

import type { PullRequest } from '../src/core/pull-request.ts'
import type { FoundTool, Prediction } from './prediction.ts'

const denial =
  /\bno ai (?:tools?|assistance|was|were|used)\b|\b(?:did not|didn't|not) use (?:any )?(?:ai|llms?)\b|\bai (?:was )?not used\b|\bwithout (?:any )?(?:ai|llms?)\b|tooling\?\s*no\b|\bai (?:disclosure|usage|assistance):?\s+(?:no|none|n\/a)\b/i
const use =
  /\b(?:claude|copilot|chatgpt|codex|cursor|gemini|aider|devin|gpt-\d|llms?)\b|\bai[ -](?:assist|generated)|\bgenerated (?:with|by)\b|\b(?:used|using|with|by|via) (?:an? )?ai\b|^\s*(?:initial |additional )?prompts?:/im

/** Ids are the record's, so that both readers are scored by the same names. */
const toolPatterns: readonly (readonly [tool_id: string, name: string, pattern: RegExp])[] = [
  ['claude-code', 'Claude Code', /\bclaude[ -]code\b/i],
  ['claude', 'Claude', /\bclaude\b(?![ -]code)|\b(?:opus|sonnet|haiku)\b/i],
  ['github-copilot', 'GitHub Copilot', /\bcopilot\b/i],
  ['chatgpt', 'ChatGPT', /\bchatgpt\b/i],
  ['openai-codex', 'Codex', /\bcodex\b/i],
  ['cursor', 'Cursor', /\bcursor\b/i],
  ['gemini', 'Gemini', /\bgemini\b/i],
  ['aider', 'Aider', /\baider\b/i],
  ['devin', 'Devin', /\bdevin\b/i],
  ['windsurf', 'Windsurf', /\bwindsurf\b/i],
  ['cline', 'Cline', /\bcline\b/i],
  ['opencode', 'OpenCode', /\bopencode\b/i],
  ['amp', 'Amp', /\bamp\b/i],
  ['deepseek', 'DeepSeek', /\bdeepseek\b/i],
]

const model =
  /\b(?:claude[ -])?(?:opus|sonnet|haiku|fable)[ -]?\d(?:[.-]\d)?\b|\bgpt-?\d(?:\.\d)?(?:-codex|o)?\b|\bgemini[ -]\d(?:\.\d)?(?:[ -](?:pro|flash))?\b|\bo[134]\b/i

const attested = /\b(?:human[- ]reviewed|reviewed by (?:a )?human|manually reviewed|i (?:have )?reviewed)\b/i

/** Reads a pull request by keyword patterns alone. */
export function readByRegex({ title, body, commits }: PullRequest): Prediction {
  const text = [title ?? '', body ?? '', ...commits.map(({ message }) => message)].join('\n\n')
  const uses_ai = denial.test(text) ? false : use.test(text) ? true : null
  return {
    uses_ai,
    tools: uses_ai === true ? readTools(text) : [],
    traces: [],
    prompts: readSection(text, /prompts?(?: used)?/),
    failures: readSection(text, /failed attempts?|failures?|what (?:went wrong|did ?n[o']t work)/),
    corrections: readSection(text, /manual (?:corrections?|changes?|edits?)|corrections?/),
    attestation: attested.test(text) ? true : null,
  }
}

function readTools(text: string): FoundTool[] {
  const found = toolPatterns.filter(([, , pattern]) => pattern.test(text))
  const named = model.exec(text)?.[0] ?? null
  return found
    .filter(([id]) => id !== 'claude' || !found.some(([other]) => other === 'claude-code'))
    .map(([tool_id, name]) => ({ tool_id, name, model: named }))
}

/** The paragraphs below headings that are named so. */
function readSection(text: string, name: RegExp): string[] {
  const section = new RegExp(
    `^#{1,6} +(?:${name.source}):? *\\r?\\n([\\s\\S]*?)(?=^#{1,6} |(?![\\s\\S]))`,
    'gim',
  )
  return [...text.matchAll(section)]
    .flatMap(([, answer = '']) => answer.split(/\r?\n\s*\r?\n/))
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
