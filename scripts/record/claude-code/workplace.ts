// A home, a repository and an environment for Claude Code that know nothing of this machine.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Workplace {
  folder: string
  home: string
  repository: string
  /** Where transcripts are kept. */
  projects: string
  env: NodeJS.ProcessEnv
  remove(): void
}

/** Of the dummy key, the part by which the tool remembers that its use was allowed. */
const keyEnd = 'no-key-no-key-no-key'

export function makeWorkplace(apiUrl: string): Workplace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-record-')))
  const home = join(folder, 'home')
  const repository = join(home, 'project')
  const settings = join(home, '.claude')
  const temporary = join(folder, 'tmp')
  mkdirSync(join(repository, '.claude'), { recursive: true })
  mkdirSync(settings)
  mkdirSync(temporary)
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TMPDIR: temporary,
    CLAUDE_CONFIG_DIR: settings,
    ANTHROPIC_API_KEY: `sk-ant-${keyEnd}`,
    ANTHROPIC_BASE_URL: apiUrl,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    // The same commits in every recording.
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
    GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, env })
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'Dev')
  git('config', 'user.email', 'dev@example.com')
  writeFileSync(join(repository, 'numbers.txt'), 'one\ntwo\n')
  writeFileSync(join(repository, '.git', 'info', 'exclude'), '.claude\n')
  git('add', '.')
  git('commit', '--quiet', '--message', 'Start')
  git('switch', '--quiet', '--create', 'count')
  writeFileSync(join(repository, '.claude', 'settings.json'), JSON.stringify({ hooks }))
  const project = { hasTrustDialogAccepted: true, hasCompletedProjectOnboarding: true }
  const state = {
    hasCompletedOnboarding: true,
    theme: 'dark',
    customApiKeyResponses: { approved: [keyEnd], rejected: [] },
    projects: { [repository]: project },
  }
  writeFileSync(join(settings, '.claude.json'), JSON.stringify(state))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  return { folder, home, repository, projects: join(settings, 'projects'), env, remove }
}

/** Refuses every command with `forbidden` in it. */
const hook = 'if grep -q forbidden; then echo "Not in this repository." >&2; exit 2; fi'
const hooks = { PreToolUse: [{ matcher: 'Bash', hooks: [{ type: 'command', command: hook }] }] }
