import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTrailers } from '../../../src/core/signals/trailers.ts'

const visible = () => false
const read = (text: string) =>
  readTrailers(text, visible).map(({ kind, statement, mentions, link }) => {
    const tools = mentions.map(
      ({ tool_id, name, model_id }) => `${tool_id ?? name}${model_id ? `/${model_id}` : ''}`,
    )
    return [statement ? `${kind}!` : kind, ...tools, ...(link ? [`${link.kind} ${link.tool_id}`] : [])].join(
      ' ',
    )
  })

const cases: [line: string, ...readings: string[]][] = [
  // Authors, by address, by id and by name.
  ['Co-authored-by: Claude Opus 4.6 <noreply@anthropic.com>', 'tool claude-code/claude-opus-4-6'],
  ['Co-authored-by: Julia Doe <noreply@anthropic.com>', 'tool claude-code'],
  ['Co-authored-by: Cursor Grok 4.6 <noreply@anthropic.com>', 'tool cursor/grok-4.6'],
  ['Co-authored-by: ChatGPT <noreply@openai.com>', 'tool chatgpt'],
  ['Co-authored-by: GPT-5.3-Codex <noreply@opencode.ai>', 'tool opencode/gpt-5.3-codex'],
  ['Co-authored-by: Devin <agent-local-12ab@letta.com>', 'tool letta-code'],
  ['Co-authored-by: Ann Other <223556219+Copilot@users.noreply.github.com>', 'tool github-copilot'],
  [
    'Co-authored-by: copilot-swe-agent[bot]\n<198982749+Copilot@users.noreply.github.com>',
    'tool github-copilot',
  ],
  ['Co-authored-by: Roo Code Translate Mode', 'tool roo-code'],
  ['Signed-off-by: Codex (GPT-5) <codex@openai.com>', 'tool openai-codex/gpt-5'],
  ['Co-Authored-By: Charm Crush <crush@charm.land', 'tool crush'],
  // People.
  ['Co-authored-by: Claude Dupont <claude@dupont.fr>'],
  ['Co-authored-by: Claude <claude.martin@gmail.com>'],
  ['Signed-off-by: Jules Verne <jules@verne.fr>'],
  ['Co-authored-by: Zed Shaw <zed@example.org>'],
  ['Co-authored-by: Viktor Haider <h@example.org>'],
  ['Co-authored-by: Patsy Cline <p@example.org>'],
  ['Assisted-by: Viktor Szakats'],
  ['Assisted-by: Bob Smith <bob@example.org>'],
  // Review bots.
  [
    'Co-authored-by: Copilot Autofix powered by AI <175728472+Copilot@users.noreply.github.com>',
    'review_bot',
  ],
  ['Co-authored-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>', 'review_bot'],
  ['Assisted-by: CodeRabbit', 'review_bot'],
  // Statements, in the six grammars and beyond.
  ['Assisted-by: Claude:claude-3-opus coccinelle sparse', 'tool! claude/claude-3-opus'],
  ['Assisted-by: GLM 4.6 via Claude Code', 'tool! claude-code/glm-4.6'],
  ['Assisted-by: claude-code:opus-5#medium (implementer)', 'tool! claude-code/claude-opus-5'],
  ['Assisted-by: openai-codex:gpt-5.5 [read,bash]', 'tool! openai-codex/gpt-5.5'],
  ['Assisted by: GPT-5.5', 'tool! gpt/gpt-5.5'],
  ['- **Assisted-by:** Claude Code', 'tool! claude-code'],
  ['Generated-by: `Gemini 3 Pro (High)` on `Antigravity`', 'tool! antigravity/gemini-3-pro'],
  ['Co-authored-by-AI: Claude Code (claude-opus-4-6)', 'tool! claude-code/claude-opus-4-6'],
  ['AI-Tools: GitLab Duo, OpenCode', 'tool! gitlab-duo opencode'],
  ['AI-Tools: FooAI, Cursor', 'tool! FooAI cursor'],
  ['Assisted-by: FooAI:gpt-5', 'tool! FooAI/gpt-5'],
  ['Made-with: Cursor', 'tool! cursor'],
  ['Coding-Agent: Claude Code\nModel: claude-opus-4-6', 'tool! claude-code/claude-opus-4-6'],
  ['**🤖 Authored-By**: `Claude Code`\n**🧠 Model**: `Opus 4.6`', 'tool! claude-code/claude-opus-4-6'],
  ['Assisted-by: generic LLM chatbot', 'tool!'],
  ['AI-assisted: yes', 'tool!'],
  ['Assisted-by: none', 'denial!'],
  ['AI-assisted: No', 'denial!'],
  ['Generated-by: Doxygen 1.9'],
  ['Generated-by: OpenAPI Generator (https://example.org)'],
  // Traces and sessions.
  ['Entire-Agent: Claude Code', 'tool claude-code'],
  ['Entire-Checkpoint: 0123456789ab', 'session checkpoint null'],
  ['Claude-Session: https://claude.ai/code/session_01', 'session session claude-code'],
  ['Devin Session: https://app.devin.ai/sessions/01', 'session session devin'],
  [
    'Replit-Commit-Author: Agent\nReplit-Commit-Session-Id: 12-34',
    'tool replit-agent',
    'session session replit-agent',
  ],
  // Not trailers.
  ['llm-cliche-highlighter: add Claude'],
  ['Tools: add AI Attribution format'],
  ['Agent: smith'],
  ['Model: claude-opus-4-6'],
  ['We use Assisted-by: Claude in commits'],
]

for (const [line, ...expected] of cases) {
  test(`reads ${JSON.stringify(line)}`, () => assert.deepEqual(read(`Subject\n\n${line}`), expected))
}

test('places are those of the text', () => {
  const text = 'Subject\n\n  Assisted-by: Claude Code (Opus 4.6)\nReviewed-by: A B\n'
  const [reading] = readTrailers(text, visible)
  assert.equal(text.slice(reading?.start, reading?.end), 'Assisted-by: Claude Code (Opus 4.6)')
  const [mention] = reading?.mentions ?? []
  assert.equal(text.slice(mention?.start, mention?.end), 'Claude Code (Opus 4.6)')
})

test('every block of a squash body is read', () => {
  const text =
    '* One\n\nCo-authored-by: Cursor <cursoragent@cursor.com>\n\n* Two\n\nAssisted-by: Codex\n\n---------\n\nEnd'
  assert.deepEqual(read(text), ['tool cursor', 'tool! openai-codex'])
})

test('hidden lines are examples', () => {
  assert.deepEqual(
    readTrailers('Assisted-by: Codex', () => true),
    [],
  )
})

test('64 KB of hostile lines stay linear', () => {
  assert.deepEqual(read('Co-authored-by: '.repeat(4096)), [])
  assert.deepEqual(read('Co-authored-by: \n'.repeat(4096)), [])
  assert.deepEqual(read(`Assisted-by:${'('.repeat(65_536)}`), [])
  assert.deepEqual(read(`Assisted-by: Codex ${'('.repeat(65_536)}`), ['tool! openai-codex'])
  assert.deepEqual(read(`Assisted-by:${' '.repeat(65_536)}x`), [])
  assert.deepEqual(read(`Co-authored-by: ${'<'.repeat(65_536)}`), [])
  assert.deepEqual(read('a-by '.repeat(13_000)), [])
  assert.equal(read('Assisted-by: Codex\n'.repeat(3400)).length, 3400)
})
