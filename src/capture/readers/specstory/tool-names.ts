// The names that SpecStory gives the tools it listens to. Data only.

const ids: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['claude code', ['claude-code', 'Claude Code']],
  ['codex cli', ['openai-codex', 'Codex']],
  ['codex', ['openai-codex', 'Codex']],
  ['cursor', ['cursor', 'Cursor']],
  ['cursor cli', ['cursor', 'Cursor']],
  ['cursor ide', ['cursor', 'Cursor']],
  ['gemini cli', ['gemini-cli', 'Gemini CLI']],
  ['factory droid cli', ['factory-droid', 'Factory Droid']],
  ['factory droid', ['factory-droid', 'Factory Droid']],
  ['copilot', ['github-copilot', 'GitHub Copilot']],
  ['github copilot', ['github-copilot', 'GitHub Copilot']],
  ['antigravity', ['antigravity', 'Antigravity']],
  ['amp', ['amp', 'Amp']],
  ['opencode', ['opencode', 'OpenCode']],
])

/** The vocabulary's id and name of a tool as a header names it; the id is null when the vocabulary has none. */
export function nameTool(written: string): { toolId: string | null; toolName: string } {
  // The editor stands before `Copilot IDE`: `VS Code Copilot IDE`.
  const name = written
    .toLowerCase()
    .replace(/[-_]/g, ' ')
    .replace(/^.*copilot ide$/, 'copilot')
  const [toolId = null, toolName = written] = ids.get(name) ?? []
  return { toolId, toolName }
}
