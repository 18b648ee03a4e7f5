// Where agents that run in a job leave their transcripts. Every run asks for these, so that it is a handful of questions
// to the file system and no reader is loaded; a test holds the list against the readers.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../event/input-reader.ts'

export interface EvidencePlace {
  kind: 'temporary' | 'home' | 'workspace'
  /** A file or folder that is there. */
  path: string
}

/** The known places of the job that `env` is of, as far as something is there. Editors do not run in jobs. */
export function findPlaces(env: Environment): EvidencePlace[] {
  const { HOME: home = env.USERPROFILE, RUNNER_TEMP: temporary, GITHUB_WORKSPACE: workspace } = env
  return [
    ...(temporary ? listOutputs(temporary).map((path) => toPlace('temporary', path)) : []),
    ...listHomes(home ?? '', env).map((path) => toPlace('home', path)),
    ...(workspace ? inWorkspace.map((path) => toPlace('workspace', join(workspace, path))) : []),
  ].filter(({ path }) => existsSync(path))
}

const inWorkspace = ['.aider.chat.history.md', '.specstory/history']

function toPlace(kind: EvidencePlace['kind'], path: string): EvidencePlace {
  return { kind, path }
}

/** What claude-code-action leaves, in a folder for each of its runs or in none. */
function listOutputs(temporary: string): string[] {
  try {
    return readdirSync(temporary)
      .filter((name) => /^claude-execution-[\w-]+(?:\.json)?$/.test(name))
      .map((name) => join(temporary, name))
  } catch {
    return []
  }
}

function listHomes(home: string, env: Environment): string[] {
  const below = (folder: string, ...names: string[]) =>
    folder === '' ? [] : names.map((name) => join(folder, name))
  const claude = (env.CLAUDE_CONFIG_DIR ?? '').split(',').map((folder) => folder.trim())
  const inHome = (name: string) => (home === '' ? '' : join(home, name))
  return [
    ...[...claude, inHome('.claude'), inHome('.config/claude')].flatMap((folder) =>
      below(folder, 'projects'),
    ),
    ...below(env.CODEX_HOME || inHome('.codex'), 'sessions', 'archived_sessions'),
    ...below(env.COPILOT_HOME || inHome('.copilot'), 'session-state'),
    ...below(env.GEMINI_CLI_HOME || home, '.gemini/tmp'),
    ...below(env.XDG_DATA_HOME || inHome('.local/share'), 'opencode'),
    ...below(env.CLINE_DATA_DIR || join(env.CLINE_DIR || inHome('.cline'), 'data'), 'tasks', 'sessions'),
    ...below(inHome('.cursor'), 'projects'),
  ]
}
