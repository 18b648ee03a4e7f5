// A real repository in a temporary folder, with the commits of a branch as the capture sees them.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Branch, BranchCommit, Git } from '../../src/capture/branch/branch.ts'
import { GitError, runGit } from '../../src/runtime/run-git.ts'

export interface EvidenceRepository {
  root: string
  git: Git
  /** Runs any Git command. */
  run(...args: string[]): string
  write(path: string, text: string): void
  /** Commits everything on the branch and gives the SHA. */
  commit(message: string): string
  /** The branch as it is now. */
  branch(): Branch
}

export function makeRepository(t: TestContext): EvidenceRepository {
  const root = mkdtempSync(join(tmpdir(), 'evidence-'))
  t.after(() => rmSync(root, { recursive: true }))
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false']
  const run = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' }).trim()
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const commit = (message: string) => {
    run('add', '-A')
    run('commit', '-q', '--allow-empty', '-m', message, '--date', '2026-05-01T10:00:00Z')
    return run('rev-parse', 'HEAD')
  }
  run('init', '-q', '-b', 'main')
  write('README.md', 'x\n')
  const mergeBase = commit('Start')
  run('checkout', '-q', '-b', 'topic')
  const branch = (): Branch => {
    const shas = run('rev-list', '--reverse', `${mergeBase}..HEAD`).split('\n').filter(Boolean)
    const files = run('diff', '--name-only', mergeBase, 'HEAD').split('\n').filter(Boolean)
    return {
      root,
      worktrees: [root],
      name: 'topic',
      base: 'main',
      mergeBase,
      head: run('rev-parse', 'HEAD'),
      commits: shas.map(
        (sha): BranchCommit => ({
          sha,
          authoredAt: '2026-05-01T10:00:00.000Z',
          committedAt: null,
          author: { name: 'Ada', email: 'ada@example.com' },
          message: run('log', '-1', '--format=%B', sha),
          files: [],
        }),
      ),
      files,
      notices: [],
    }
  }
  return { root, git: createGit(root), run, write, commit, branch }
}

function createGit(root: string): Git {
  return async (args) => {
    const { chunks, ended } = runGit(root, args, new AbortController().signal)
    const read: Buffer[] = []
    for await (const chunk of chunks) read.push(chunk)
    try {
      await ended
    } catch (error) {
      if (error instanceof GitError) return null
      throw error
    }
    return Buffer.concat(read).toString()
  }
}
