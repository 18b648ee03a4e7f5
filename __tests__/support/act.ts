// A repository with the built action and one workflow in it, run by nektos/act on this machine.

import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installAct } from '../../scripts/e2e/install-act.ts'

const run = promisify(execFile)
const project = fileURLToPath(new URL('../..', import.meta.url))

export interface ActRun {
  /** A folder that is empty or not there, to be removed afterwards. */
  folder: string
  /** Kept from run to run, with the runner's cache of tools in `.cache/act/tool_cache`; `folder` by default. */
  home?: string
  /** Its text. `uses: ./` stands for the check action, `uses: ./dataset` for that of datasets. */
  workflow: string
  eventName: string
  event: unknown
  /** GITHUB_API_URL. */
  apiUrl: string
  /** Seen by the steps. */
  env?: Record<string, string>
  /** Seen by act, and by the action: what the artifact service needs. */
  serviceEnv: Record<string, string>
}

/** Runs the workflow as for `event`. Gives what act prints; rejects when a step fails. */
export async function runOnAct(options: ActRun): Promise<string> {
  const { folder, workflow, eventName, event, apiUrl, env = {}, serviceEnv } = options
  const act = installAct()
  const eventPath = join(folder, 'event.json')
  mkdirSync(folder, { recursive: true })
  writeFileSync(eventPath, JSON.stringify(event))
  const { stdout } = await run(
    act,
    [
      eventName,
      ...['--platform', 'ubuntu-latest=-self-hosted', '--eventpath', eventPath],
      ...['--env', `GITHUB_API_URL=${apiUrl}`, '--secret', 'GITHUB_TOKEN=the-token'],
      ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ],
    {
      cwd: createRepository(folder, workflow),
      env: {
        // Act runs whichever Node comes first.
        PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
        HOME: options.home ?? folder,
        ...serviceEnv,
      },
    },
  )
  return stdout
}

function createRepository(folder: string, workflow: string): string {
  const repository = join(folder, 'repository')
  mkdirSync(join(repository, '.github', 'workflows'), { recursive: true })
  for (const name of ['action.yml', 'dataset', 'dist']) {
    cpSync(join(project, name), join(repository, name), { recursive: true })
  }
  writeFileSync(join(repository, '.github', 'workflows', 'ai-worklog.yml'), workflow)
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, stdio: 'pipe' })
  git('init', '--quiet')
  git('remote', 'add', 'origin', 'https://github.com/Codertocat/Hello-World.git')
  git('add', '--all')
  git(
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '-m',
    'Add ai-worklog',
  )
  return repository
}
