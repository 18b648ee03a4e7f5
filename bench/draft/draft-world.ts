// A machine to draft on: a repository with a branch, and a home with sessions of Claude Code and Codex CLI.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BranchRepository } from '../../__tests__/support/branch-repository.ts'
import { aiderLines } from './aider-lines.ts'
import { claudeCodeRows } from './claude-code-rows.ts'
import { codexCliRows } from './codex-cli-rows.ts'
import { type MadeUpSession, toId } from './made-up-session.ts'
import { specstoryTurns } from './specstory-turns.ts'
import { Talk } from './talk.ts'
import { toLines, writeParts } from './write-parts.ts'

const paths = ['retry-queue', 'backoff-timer', 'dead-letters', 'queue-metrics', 'drain-worker', 'lease-table']
const files = paths.map((name) => `src/delivery/${name}.ts`)

export type Tool = 'claude-code' | 'codex-cli' | 'specstory' | 'aider'
export type Part = 'behind' | 'beside' | 'elsewhere'

export class DraftWorld {
  readonly home = mkdtempSync(join(tmpdir(), 'ai-worklog-bench-'))
  readonly repository = new BranchRepository({ 'README.md': 'Delivery\n' })
  private count = 0
  private readonly talk = new Talk(1)

  constructor() {
    for (const [index, file] of files.entries()) {
      const at = `2026-10-0${index + 1}T09:00:00Z`
      this.repository.commit({ files: { [file]: this.talk.code(2_000, 8_000) }, message: `Add ${file}`, at })
    }
  }

  /** What a process of this machine must be given. */
  get place(): { cwd: string; env: NodeJS.ProcessEnv } {
    const { PATH } = process.env
    return { cwd: this.repository.root, env: { PATH, HOME: this.home, GIT_CONFIG_NOSYSTEM: '1' } }
  }

  /**
   * A session of `bytes` with a line of `longLine`. `behind`: it edits files of the branch. `beside`: it ran in the
   * repository and only reads them. `elsewhere`: it knows nothing of them.
   */
  async add(tool: Tool, part: Part, bytes: number, longLine = 0): Promise<void> {
    const id = toId(++this.count)
    const root = part === 'elsewhere' ? `/home/dev/project-${this.count}` : this.repository.root
    const own = files.map((file) => join(root, file))
    const others = ['report', 'invoice', 'ledger'].map((name) => join(root, `src/billing/${name}-form.ts`))
    const session: MadeUpSession = {
      id,
      talk: this.talk,
      folder: root,
      branch: part === 'elsewhere' ? 'main' : 'retries',
      edits: part === 'behind' ? [...own, ...others] : others,
      reads: part === 'elsewhere' ? others : [...own, ...others],
    }
    const { parts, path, start, end } = this.describe(tool, session)
    await writeParts(path, parts, bytes, longLine === 0 ? null : { bytes: longLine, start, end })
  }

  private describe(tool: Tool, session: MadeUpSession) {
    const { id, folder } = session
    const isClaude = tool === 'claude-code'
    if (isClaude || tool === 'codex-cli') {
      const path = isClaude
        ? join(this.home, '.claude/projects', folder.replaceAll(/[^\w]/g, '-'), `${id}.jsonl`)
        : join(this.home, '.codex/sessions/2026/10/01', `rollout-2026-10-01T08-00-00-${id}.jsonl`)
      const parts = toLines(isClaude ? claudeCodeRows(session) : codexCliRows(session))
      return { path, parts, start: '{"type":"user","message":{"content":"', end: '"}}' }
    }
    const isAider = tool === 'aider'
    const path = join(folder, isAider ? '.aider.chat.history.md' : `.specstory/history/${id}.md`)
    return { path, parts: isAider ? aiderLines(session) : specstoryTurns(session), start: '', end: '' }
  }

  remove(): void {
    for (const folder of [this.home, this.repository.root]) rmSync(folder, { recursive: true, force: true })
  }
}
