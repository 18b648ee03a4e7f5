// The trailer keys people and tools write, and what each means. Data only.

/** What a trailer's key makes of its line. */
export type TrailerRole =
  /** Names an author: a signal when the author is a tool. */
  | { role: 'author' }
  /** States the use of AI; `ai` when the key itself says AI, so that any answer but a denial is a yes. */
  | { role: 'statement'; ai: boolean }
  /** A trace a tool writes about itself. */
  | { role: 'trace' }
  /** Completes the statement above it. */
  | { role: 'model' }
  | { role: 'session'; kind: 'session' | 'checkpoint'; tool: string | null }

const author = [
  'co-authored-by',
  'coauthored-by',
  'co-author',
  'co-developed-by',
  'signed-off-by',
  'committed-by',
]
const statement = [
  'assisted-by',
  'generated-by',
  'made-with',
  'created-with',
  'built-with',
  'developed-with',
  'written-with',
  'authored-by',
  'coding-agent',
  'commit-generated-by',
  'synthesized-by',
  'agent',
]
const ai = [
  'ai-assisted-by',
  'ai-assited-by',
  'ai-assisted',
  'ai-assistance',
  'ai-assistant',
  'ai-generated-by',
  'ai-generated',
  'ai-co-authored-by',
  'ai-authored-by',
  'ai-tool',
  'ai-tools',
  'ai-tool-used',
  'ai-tools-used',
  'ai-agent',
  'ai-used',
  'co-authored-by-ai',
  'assisted-by-ai',
  'generated-by-ai',
  'llm-assisted-by',
]
const traces = ['entire-agent', 'replit-commit-author', 'ai-session-tool']
const sessions: [string, 'session' | 'checkpoint', string | null][] = [
  ['claude-session', 'session', 'claude-code'],
  ['claude-code-session', 'session', 'claude-code'],
  ['claude-session-id', 'session', 'claude-code'],
  ['copilot-session', 'session', 'github-copilot'],
  ['agent-logs-url', 'session', 'github-copilot'],
  ['amp-thread-id', 'session', 'amp'],
  ['amp-thread', 'session', 'amp'],
  ['codex-session', 'session', 'openai-codex'],
  ['codex-task', 'session', 'openai-codex'],
  ['cursor-session', 'session', 'cursor'],
  ['devin-session', 'session', 'devin'],
  ['devin-run', 'session', 'devin'],
  ['replit-commit-session-id', 'session', 'replit-agent'],
  ['opencode-session', 'session', 'opencode'],
  ['gemini-session', 'session', 'gemini-cli'],
  ['entire-session', 'session', null],
  ['entire-checkpoint', 'checkpoint', null],
  ['ai-session', 'session', null],
]

let lazyRoles: Map<string, TrailerRole> | null = null

/** The role of a key, whatever its case and whether it is written with hyphens or spaces; null for other keys. */
export function roleOfKey(key: string): TrailerRole | null {
  lazyRoles ??= new Map<string, TrailerRole>([
    ...author.map((name): [string, TrailerRole] => [name, { role: 'author' }]),
    ...statement.map((name): [string, TrailerRole] => [name, { role: 'statement', ai: false }]),
    ...ai.map((name): [string, TrailerRole] => [name, { role: 'statement', ai: true }]),
    ...traces.map((name): [string, TrailerRole] => [name, { role: 'trace' }]),
    ...sessions.map(([name, kind, tool]): [string, TrailerRole] => [name, { role: 'session', kind, tool }]),
    ['model', { role: 'model' }],
    ['ai-model', { role: 'model' }],
  ])
  return lazyRoles.get(key.toLowerCase().trim().replace(/[ _]+/g, '-')) ?? null
}
