// A job of a workflow in which an agent has worked: its workspace, home and temporary folder, and the recorded session of
// Claude Code, as if it had run there.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { gitEnvironment } from './capture-world.ts'

export interface JobWorld {
  workspace: string
  home: string
  temporary: string
  /** What the runner and the workflow set. */
  env: Record<string, string>
  /** Writes a file below the folder of the job, such as `home/.claude/x.jsonl`; gives its path. */
  leave(path: string, text: string): string
  /** Runs Git in the workspace, which it makes a repository first. */
  git(...args: string[]): void
}

const recorded = new URL('../fixtures/transcripts/claude-code/2.1.332/', import.meta.url)
/** Of the recorded session. It adds to `numbers.txt` and commits it. */
export const sessionId = '00000000-0000-4000-8000-000000000039'
/** The start of its commit. */
export const sessionCommit = 'ea3ebe3'

/** A job that is gone after the test. */
export function makeJob(t: TestContext): JobWorld {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-job-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const [workspace, home, temporary] = ['work', 'home', 'temp'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const path of [workspace, home, temporary]) mkdirSync(path)
  let isRepository = false
  return {
    workspace,
    home,
    temporary,
    env: {
      HOME: home,
      RUNNER_TEMP: temporary,
      GITHUB_WORKSPACE: workspace,
      RUNNER_ENVIRONMENT: 'github-hosted',
    },
    leave(path, text) {
      const whole = join(folder, path)
      mkdirSync(dirname(whole), { recursive: true })
      writeFileSync(whole, text)
      return whole
    },
    git(...args) {
      const run = (each: readonly string[]) =>
        execFileSync('git', each, { cwd: workspace, env: gitEnvironment(), stdio: 'pipe' })
      if (!isRepository) run(['init', '-q', '-b', 'main'])
      isRepository = true
      run(args)
    },
  }
}

/** The execution file of claude-code-action, a list, of the session in `folder`. */
export function readExecution(folder: string): string {
  const lines = readRecorded('work-output.jsonl', folder).trimEnd().split('\n')
  return `[\n${lines.join(',\n')}\n]\n`
}

/** The transcript that Claude Code keeps of the same session, with its prompts. */
export function readOwnTranscript(folder: string): string {
  return readRecorded('work.jsonl', folder)
}

function readRecorded(name: string, folder: string): string {
  return readFileSync(new URL(name, recorded), 'utf8').replaceAll('/home/dev/project', folder)
}
