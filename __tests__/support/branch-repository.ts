// A real repository in a temporary folder, with a branch that a test commits to.

import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Branch, BranchCommit, Git } from '../../src/capture/branch/branch.ts'
import { branchOf } from './branch-of-test.ts'

export interface CommitOfTest {
  files: Record<string, string | null>
  message: string
  /** ISO 8601. */
  at: string
  author?: { name: string; email: string }
}

export class BranchRepository {
  readonly root = mkdtempSync(join(tmpdir(), 'ai-worklog-reduce-'))
  /** As the tests' own commands run it. */
  readonly git: Git = (args) =>
    new Promise((resolve) => {
      execFile('git', [...args], { cwd: this.root }, (error, stdout) => resolve(error ? null : stdout))
    })

  /** `files` are on the base already. */
  constructor(files: Record<string, string>) {
    this.run(['init', '-q', '-b', 'main'])
    this.commit({ files, message: 'Begin', at: '2026-09-01T08:00:00Z' })
    this.run(['switch', '-q', '-c', 'retries'])
  }

  /** Writes files (null deletes) and commits them; gives the SHA. */
  commit({ files, message, at, author = { name: 'Ann', email: 'ann@example.com' } }: CommitOfTest): string {
    for (const [path, text] of Object.entries(files)) {
      const whole = join(this.root, path)
      mkdirSync(dirname(whole), { recursive: true })
      if (text === null) rmSync(whole)
      else writeFileSync(whole, text)
    }
    this.run(['add', '-A'])
    this.run(['commit', '-q', '--allow-empty', '-m', message], {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@example.com',
      GIT_COMMITTER_DATE: at,
    })
    return this.run(['rev-parse', 'HEAD']).trim()
  }

  run(args: readonly string[], env: Record<string, string> = {}): string {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
    })
  }

  /** What Git knows of the branch. */
  branch(): Branch {
    const commits = this.run(['rev-list', '--reverse', 'main..retries']).split('\n').filter(Boolean)
    const files = this.run(['diff', '--name-only', 'main...retries']).split('\n').filter(Boolean)
    return branchOf(files, {
      root: this.root,
      worktrees: [this.root],
      mergeBase: this.run(['merge-base', 'main', 'retries']).trim(),
      head: commits.at(-1) ?? null,
      commits: commits.map((sha) => this.describe(sha)),
    })
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }

  private describe(sha: string): BranchCommit {
    const [authored = '', committed = '', name = '', email = '', ...message] = this.run([
      'log',
      '-1',
      '--format=%aI%n%cI%n%an%n%ae%n%B',
      sha,
    ]).split('\n')
    const files = this.run(['diff-tree', '--root', '--no-commit-id', '--name-only', '-r', '-m', sha])
    return {
      sha,
      authoredAt: new Date(authored).toISOString(),
      committedAt: new Date(committed).toISOString(),
      author: { name, email },
      message: message.join('\n').trimEnd(),
      files: [...new Set(files.split('\n').filter(Boolean))],
    }
  }
}
