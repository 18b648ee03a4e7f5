// Where coding agents take a repository's instructions from, as of 2026-11.

export interface AgentFile {
  path: string
  /** Front matter of a file that is ours alone. */
  head: string
}

/** Files of the repository's own, each with what its agent calls it. The block is added to those that exist. */
export const sharedFiles: readonly string[] = [
  // Codex, Copilot, Cursor, Amp, Jules, opencode, Zed and more.
  'AGENTS.md',
  'CLAUDE.md',
  '.claude/CLAUDE.md',
  '.github/copilot-instructions.md',
  'GEMINI.md',
  '.junie/guidelines.md',
  '.cursorrules',
  '.windsurfrules',
  '.clinerules',
  '.roorules',
]

/** Folders of rules, each of which gets a file of ours. */
export const ruleFolders: readonly (AgentFile & { folder: string })[] = [
  {
    folder: '.cursor/rules',
    path: '.cursor/rules/ai-worklog.mdc',
    head: '---\ndescription: How to document AI use when opening or updating a pull request\nglobs:\nalwaysApply: true\n---\n\n',
  },
  {
    folder: '.windsurf/rules',
    path: '.windsurf/rules/ai-worklog.md',
    head: '---\ntrigger: always_on\n---\n\n',
  },
  { folder: '.clinerules', path: '.clinerules/ai-worklog.md', head: '' },
  { folder: '.roo/rules', path: '.roo/rules/ai-worklog.md', head: '' },
]

/** What is made when the repository has none of them. */
export const defaultFile = 'AGENTS.md'
