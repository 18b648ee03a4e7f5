// Scores the reading of a table of real AI trailers, one row a message. Pure. The table does not say which tool a row
// names; the brand in the row's own words decides, by a list that is independent of the reader's vocabulary.

import { extractRecord } from '../src/core/extract-record.ts'
import { createPullRequest } from '../src/core/pull-request.ts'
import { count, createShare, type Share } from './measures.ts'

/** The scores of the table. */
export interface TrailerScores {
  /** Rows of tools and models that give a tool of the right brand, or AI use where only "AI" is said. */
  tools: Share
  /** Rows of review bots that give no tool. */
  reviewBots: Share
  /** Rows of session links that give a link. */
  sessions: Share
}

/** Rows filed as tools whose line is a commit's subject; nothing must be read from them. */
const falseFriends = ['Tools: add AI Attribution format']

/** The first brand found is the one expected; agents stand before the families of the models they run. */
const brands: readonly (readonly [pattern: RegExp, ...toolIds: string[]])[] = [
  [/gitlab duo/i, 'gitlab-duo'],
  [/copilot/i, 'github-copilot'],
  [/crush/i, 'crush'],
  [/^\S+: aider/i, 'aider'],
  [/augment/i, 'augment'],
  [/ibm bob/i, 'ibm-bob'],
  [/openclaude/i, 'openclaude'],
  [/opencode\.ai|^\S+: opencode/i, 'opencode'],
  [/: kimi/i, 'kimi', 'kimi-cli'],
  [/: gpt-[\d.]+-codex/i, 'gpt', 'openai-codex'],
  [/^\S+: vscode/i, 'vscode', 'vs-code'],
  [/antigravity/i, 'antigravity'],
  [/gemini.?cli/i, 'gemini-cli'],
  [/claude.?code/i, 'claude-code'],
  [/codex/i, 'openai-codex'],
  [/cursor/i, 'cursor'],
  [/letta/i, 'letta-code'],
  [/roomote|roo.?code|\broo\b/i, 'roo-code'],
  [/opencode/i, 'opencode'],
  [/aider/i, 'aider'],
  [/\bcline\b/i, 'cline'],
  [/devin/i, 'devin'],
  [/\bamp\b/i, 'amp'],
  [/\bpi\b/i, 'pi'],
  [/windsurf/i, 'windsurf'],
  [/chatgpt/i, 'chatgpt', 'gpt'],
  [/claude|opus|sonnet|haiku|fable|anthropic/i, 'claude', 'claude-code'],
  [/gemini/i, 'gemini', 'gemini-cli'],
  [/gpt|openai/i, 'gpt', 'openai-codex', 'chatgpt'],
]

/** Scores the table's text: tab-separated, with a header; the third to fifth columns are class, key and value. */
export function scoreTrailers(table: string): TrailerScores {
  const scores = { tools: createShare(), reviewBots: createShare(), sessions: createShare() }
  for (const row of table.split(/\r?\n/).slice(1)) {
    const [, , kind = '', key = '', value = ''] = row.split('\t')
    const line = `${key}: ${value}`
    const { ai_use, tools, links } = readTrailer(line)
    const ids = tools.map(({ tool_id }) => tool_id)
    const said = `${line.replace(/ <[^>]*>/g, '')}: ${tools.map(({ name }) => name).join(', ') || 'nothing'}`
    if (kind === 'tool/model') count(scores.tools, isRight(line, ids, ai_use), said)
    if (kind === 'review-bot') count(scores.reviewBots, ids.length === 0, said)
    if (kind === 'session-link') count(scores.sessions, links.length > 0, said)
  }
  return scores
}

function isRight(line: string, ids: readonly (string | null)[], aiUse: string): boolean {
  if (falseFriends.includes(line)) return ids.length === 0 && aiUse === 'unknown'
  const brand = brands.find(([pattern]) => pattern.test(line))
  if (brand) return ids.some((id) => id !== null && brand.slice(1).includes(id))
  // "AI" alone tells of use and names nothing; a brand that is not listed has to be read as some tool.
  return /:\s*(?:ai\b|yes\b|this )/i.test(line) ? aiUse === 'used' && ids.length === 0 : ids.length > 0
}

/** The line as the only trailer of a commit, with the masked ids filled in. */
function readTrailer(line: string) {
  const filled = line
    .replaceAll('<uuid>', '0e3c1234-5678-4abc-8def-0123456789ab')
    .replaceAll('<hex>', '0123456789ab')
    .replaceAll('<id>', '01ABCdef')
  const commit = {
    sha: '0'.repeat(40),
    message: `Subject\n\nText.\n\n${filled}`,
    author: null,
    committer: null,
  }
  return extractRecord(createPullRequest({ body: '', commits: [commit] }), {
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0',
  })
}
