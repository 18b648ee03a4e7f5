// A home folder, a repository in it and a tool of our own that keeps sessions there.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Reader } from '../../src/capture/readers/reader.ts'
import { readRows } from '../../src/capture/session/read-rows.ts'
import { SessionBuilder } from '../../src/capture/session/session-builder.ts'
import { readString } from '../../src/core/json.ts'

/** A row of the tool: each field it has becomes an event or a fact. */
interface ToyRow {
  prompt?: string
  edit?: string
  command?: string
  commit?: string
  cwd?: string
  branch?: string
  at?: string
  status?: 'ok' | 'failed' | 'rejected'
}

export interface World {
  home: string
  repository: string
  /** Runs Git in the repository, as a person of the test at a fixed time. */
  git(...args: string[]): string
  /** Writes a file below the repository. */
  put(path: string, text?: string): void
  /** Writes, adds and commits `path`; gives the SHA. */
  commit(path: string, message: string, at?: string): string
  /** Writes a session of the toy tool; gives its path. */
  session(id: string, rows: readonly ToyRow[], modifiedAt?: Date): string
}

const startedAt = '2026-11-02T09:00:00Z'

/** What child processes of tests get: no configuration but what a test makes. */
export function gitEnvironment(at: string = startedAt): NodeJS.ProcessEnv {
  const person = { NAME: 'Ann', EMAIL: 'ann@example.com', DATE: at }
  const named = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ])
  const none = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_TERMINAL_PROMPT: '0' }
  return { PATH: process.env.PATH, HOME: tmpdir(), ...none, ...Object.fromEntries(named) }
}

/** An empty folder that is gone after the test. */
export function makeFolder(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-test-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A repository on `main` with one commit, and nothing else. */
export function makeWorld(t: TestContext, name = 'shop'): World {
  const home = makeFolder(t)
  const repository = join(home, 'code', name)
  mkdirSync(repository, { recursive: true })
  const run = (args: readonly string[], at?: string) =>
    execFileSync('git', args, {
      cwd: repository,
      env: gitEnvironment(at),
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  const put = (path: string, text = `${path}\n`) => {
    mkdirSync(dirname(join(repository, path)), { recursive: true })
    writeFileSync(join(repository, path), text)
  }
  const commit = (path: string, message: string, at?: string) => {
    put(path, `${message}\n`)
    run(['add', '--', path], at)
    run(['commit', '-q', '-m', message], at)
    return run(['rev-parse', 'HEAD'])
  }
  const session = (id: string, rows: readonly ToyRow[], modifiedAt = new Date(startedAt)) => {
    const path = join(home, '.toy', 'sessions', `${id}.jsonl`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    utimesSync(path, modifiedAt, modifiedAt)
    return path
  }
  run(['init', '-q', '-b', 'main'])
  run(['config', 'user.name', 'Ann'])
  run(['config', 'user.email', 'ann@example.com'])
  commit('README.md', 'Begin')
  return { home, repository, git: (...args) => run(args), put, commit, session }
}

/** Reads `<home>/.toy/sessions/**.jsonl`. */
export const toy: Reader = {
  id: 'toy',
  name: 'Toy',
  roots: ({ home }) => [{ folder: join(home, '.toy', 'sessions'), match: /\.jsonl$/, depth: 3 }],
  recognizes: (path) => path.endsWith('.jsonl'),
  async *read({ path }, { signal }) {
    const id = /([^/\\]+)\.jsonl$/.exec(path)?.[1] ?? path
    const builder = new SessionBuilder(id, { toolId: 'toy', toolName: 'Toy', path })
    await readRows(path, { signal, onProblem: (reason, line) => builder.problem(reason, line) }, (row) => {
      const at = readString(row, 'at')
      builder.note({ folder: readString(row, 'cwd'), branch: readString(row, 'branch'), at })
      const prompt = readString(row, 'prompt')
      if (prompt !== null) builder.prompt(prompt, at)
      const edit = readString(row, 'edit')
      const commit = readString(row, 'commit')
      const command = readString(row, 'command')
      const status = readString(row, 'status') === 'failed' ? 'failed' : 'ok'
      if (edit !== null) builder.call({ action: 'edit', name: 'Edit', paths: [edit], status, at })
      if (commit !== null || command !== null) {
        const commits = commit === null ? [] : [commit]
        builder.call({ action: 'shell', name: 'Shell', command, commits, status, at })
      }
      if (readString(row, 'kind') !== null) builder.skip(readString(row, 'kind') ?? '')
    })
    if (!builder.isEmpty) yield builder.build()
  },
}
