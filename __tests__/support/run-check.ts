// Runs the built action as the runner does: a process of its own with only the variables a runner sets.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEvent } from './example-pull-request.ts'

export interface CheckRun {
  /** The action: the name of its file in `dist`, or the path of one elsewhere; `check` by default. */
  entry?: string
  /** By name in kebab-case, as in a workflow's `with`. */
  inputs?: Record<string, string>
  /** Laid over the runner's variables; undefined removes one. */
  env?: Record<string, string | undefined>
  /** The event's payload; a string is written as it is, null writes no file. */
  event?: unknown
  /** An earlier run's folder, to run in the same job. */
  folder?: string
  /** Run by `sh` before the action, in its process, such as `ulimit -f 1`. */
  shell?: string
  /** Sent this long, in milliseconds, after the start. */
  signal?: { name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'; after: number }
}

export interface CheckOutcome {
  /** Null when a signal ended it. */
  exitCode: number | null
  stdout: string
  stderr: string
  outputs: Record<string, string>
  summary: string
  /** The bytes of the file that the output `record-path` names; null without one. */
  record: Buffer | null
  /** RUNNER_TEMP. */
  folder: string
  milliseconds: number
}

const folders: string[] = []

/** Removes the folders of all runs. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Runs the action to its end. */
export async function runCheck(run: CheckRun): Promise<CheckOutcome> {
  const folder = run.folder ?? mkdtempSync(join(tmpdir(), 'ai-worklog-'))
  folders.push(folder)
  const files = {
    event: join(folder, 'event.json'),
    output: join(folder, 'output.txt'),
    summary: join(folder, 'summary.md'),
  }
  if (run.event !== null) {
    const event = run.event ?? createEvent()
    writeFileSync(files.event, typeof event === 'string' ? event : JSON.stringify(event))
  }
  writeFileSync(files.output, '')
  writeFileSync(files.summary, '')
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_REPOSITORY: 'Codertocat/Hello-World',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: folder,
    'INPUT_GITHUB-TOKEN': 'the-token',
    ...Object.fromEntries(
      Object.entries(run.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...run.env,
  }
  const { entry: name = 'check' } = run
  const entry = isAbsolute(name) ? name : fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url))
  const started = performance.now()
  const [command, args] =
    run.shell === undefined
      ? [process.execPath, [entry]]
      : ['sh', ['-c', `${run.shell}; exec "$0" "$@"`, process.execPath, entry]]
  const child = spawn(command, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (part) => {
    stdout += part
  })
  child.stderr.setEncoding('utf8').on('data', (part) => {
    stderr += part
  })
  const { signal } = run
  const timer = signal && setTimeout(() => child.kill(signal.name), signal.after)
  const [exitCode]: (number | null)[] = await once(child, 'close')
  clearTimeout(timer)
  const milliseconds = performance.now() - started
  const outputs = parseOutputs(readFileSync(files.output, 'utf8'))
  const path = outputs['record-path']
  return {
    exitCode: exitCode ?? null,
    stdout,
    stderr,
    outputs,
    summary: readFileSync(files.summary, 'utf8'),
    record: path !== undefined && existsSync(path) ? readFileSync(path) : null,
    folder,
    milliseconds,
  }
}

/** Reads `name=value` and `name<<delimiter` … `delimiter`, the two forms of GITHUB_OUTPUT. */
function parseOutputs(text: string): Record<string, string> {
  const outputs = new Map<string, string>()
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, sign, rest] = /^([^=<]+)(=|<<)(.*)$/.exec(lines[index] ?? '') ?? []
    if (name === undefined || rest === undefined) continue
    if (sign === '=') {
      outputs.set(name, rest)
      continue
    }
    const end = lines.indexOf(rest, index + 1)
    outputs.set(name, lines.slice(index + 1, end).join('\n'))
    index = end
  }
  return Object.fromEntries(outputs)
}

/**
 * The workflow commands in `stdout`, found as the runner finds them, but for the folding of groups and for
 * debugging. Titles are unescaped.
 */
export function findCommands(stdout: string): string[] {
  return stdout
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimStart())
    .filter((line) => /^::[^:\s]+.*?::/.test(line) || line.includes('##['))
    .filter((line) => !/^::(?:group|endgroup|debug)::/.test(line))
    .map((line) => line.replace(/^::\w+ title=[^:]+/, (head) => decodeURIComponent(head)))
}
