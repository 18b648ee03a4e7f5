// The agents whose hooks can stop a shell command and tell the model why, and the entry each one's settings take.
// Relied on: Claude Code 2.1 hooks reference; openai/codex 0082977 (codex-rs/hooks); Gemini CLI 5411f11 (docs/hooks);
// Cursor hooks 1.7 and later; GitHub Copilot CLI hooks reference and Windsurf's Cascade hooks, 2026-11.

import type { Repository } from '../repository.ts'
import { createExitCodeCommand, createHookCommand, createPowershellCommand } from './hook-command.ts'
import { type HookFile, hookFiles } from './hook-files.ts'

export interface HookAgent {
  id: string
  name: string
  /** The settings file, from the root. */
  path: string
  /** Where in it the list of hooks is. */
  list: readonly string[]
  /** What a new file holds besides. */
  base: Readonly<Record<string, unknown>>
  entry: Readonly<Record<string, unknown>>
  /** Files and folders that show that the repository is worked on with this agent; folders end with `/`. */
  traces: readonly string[]
}

/** Seconds; the agents wait no longer. */
const timeout = 20

const command = (id: string, extra: object = {}) => ({
  type: 'command',
  command: createHookCommand(id),
  timeout,
  ...extra,
})

export const hookAgents: readonly HookAgent[] = [
  {
    id: 'claude-code',
    name: 'Claude Code',
    path: '.claude/settings.json',
    list: ['hooks', 'PreToolUse'],
    base: {},
    entry: { matcher: 'Bash', hooks: [command('claude-code')] },
    traces: ['.claude/', 'CLAUDE.md'],
  },
  {
    id: 'openai-codex',
    name: 'Codex CLI',
    path: '.codex/hooks.json',
    list: ['hooks', 'PreToolUse'],
    base: {},
    entry: { matcher: 'Bash', hooks: [command('openai-codex')] },
    traces: ['.codex/'],
  },
  {
    id: 'gemini-cli',
    name: 'Gemini CLI',
    path: '.gemini/settings.json',
    list: ['hooks', 'BeforeTool'],
    base: {},
    // Milliseconds here.
    entry: {
      matcher: 'run_shell_command',
      hooks: [command('gemini-cli', { timeout: timeout * 1000, name: 'ai-worklog' })],
    },
    traces: ['.gemini/', 'GEMINI.md'],
  },
  {
    id: 'copilot-cli',
    name: 'GitHub Copilot',
    path: '.github/hooks/ai-worklog.json',
    list: ['hooks', 'preToolUse'],
    base: { version: 1 },
    entry: {
      type: 'command',
      bash: createHookCommand('copilot-cli'),
      powershell: createPowershellCommand('copilot-cli'),
      timeoutSec: timeout,
    },
    traces: ['.github/hooks/', '.github/copilot-instructions.md'],
  },
  {
    id: 'cursor',
    name: 'Cursor',
    path: '.cursor/hooks.json',
    list: ['hooks', 'beforeShellExecution'],
    base: { version: 1 },
    entry: { command: createHookCommand('cursor'), timeout },
    traces: ['.cursor/', '.cursorrules'],
  },
  {
    id: 'windsurf',
    name: 'Windsurf',
    path: '.windsurf/hooks.json',
    list: ['hooks', 'pre_run_command'],
    base: {},
    entry: { command: createExitCodeCommand('windsurf'), show_output: false },
    traces: ['.windsurf/', '.windsurfrules'],
  },
]

/** All that can have a hook: in their settings, or as a file. */
export const hooks: readonly (HookAgent | HookFile)[] = [...hookAgents, ...hookFiles]

/** The hooks of the agents that `repository` shows traces of; Claude Code's when it shows none. */
export async function findHooks(repository: Repository): Promise<readonly (HookAgent | HookFile)[]> {
  const found: (HookAgent | HookFile)[] = []
  for (const agent of hooks) {
    for (const trace of agent.traces) {
      const isThere = trace.endsWith('/')
        ? (await repository.list(trace)).length > 0
        : (await repository.read(trace)).kind === 'text'
      if (isThere && !found.includes(agent)) found.push(agent)
    }
  }
  return found.length > 0 ? found : hooks.slice(0, 1)
}
