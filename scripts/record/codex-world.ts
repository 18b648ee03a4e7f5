// A world for Codex CLI: the program from npm, a home and a repository of its own, and the stand-in as its only model.

import { spawnSync } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenAiStandIn, startOpenAiStandIn } from './openai-stand-in.ts'

export interface CodexWorld extends Pick<OpenAiStandIn, 'turns' | 'turnsFor' | 'requests' | 'close'> {
  program: string
  /** The repository. */
  cwd: string
  env: NodeJS.ProcessEnv
  /** Such as 98 for 0.98.0. */
  minor: number
  /** Paths of the rollouts, in the order of their beginning. */
  rollouts(): Promise<string[]>
  /** Id of the first conversation. */
  firstThread(): Promise<string>
}

/** Makes it below `base`, an empty folder. */
export async function makeCodexWorld(program: string, version: string, base: string): Promise<CodexWorld> {
  const standIn = await startOpenAiStandIn()
  const cwd = join(base, 'shop')
  const codexHome = join(base, '.codex')
  const minor = Number(version.split('.')[1] ?? 0)
  const model = minor < 120 ? 'gpt-5.2-codex' : 'gpt-5.5'
  // Commits get the same ids in every recording.
  const date = '2026-01-05T09:00:00Z'
  const env = {
    PATH: process.env.PATH,
    HOME: base,
    CODEX_HOME: codexHome,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    STAND_IN_KEY: 'dummy',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  }
  await mkdir(join(cwd, 'tests'), { recursive: true })
  await mkdir(codexHome, { recursive: true })
  await writeFile(join(codexHome, 'config.toml'), configuration(model, standIn.url, cwd))
  await writeFile(
    join(base, '.gitconfig'),
    '[user]\n\tname = Dev\n\temail = dev@example.com\n[init]\n\tdefaultBranch = main\n',
  )
  await writeFile(join(cwd, 'shop.py'), 'def total(prices):\n    return max(prices)\n')
  await writeFile(join(cwd, '.gitignore'), '__pycache__/\n')
  await writeFile(join(cwd, 'tests', 'test_shop.py'), 'import shop\n\nassert shop.total([2, 3]) == 5\n')
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'Add the shop'],
  ]) {
    const { status, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  }
  const rollouts = async () => {
    const found = await readdir(join(codexHome, 'sessions'), { recursive: true })
    const paths = found.filter((path) => path.endsWith('.jsonl')).sort(byIds)
    return paths.map((path) => join(codexHome, 'sessions', path))
  }
  const firstThread = async () => {
    const id = /[0-9a-f-]{36}(?=\.jsonl$)/.exec((await rollouts())[0] ?? '')?.[0]
    if (id === undefined) throw new Error('Codex wrote no rollout.')
    return id
  }
  return { ...standIn, program, cwd, env, minor, rollouts, firstThread }
}

/** By the last id of the name, a version 7 UUID: in the order of their beginning. */
function byIds(a: string, b: string): number {
  const [idOfA, idOfB] = [a, b].map((path) => path.slice(-'.jsonl'.length - 36))
  return (idOfA ?? '') < (idOfB ?? '') ? -1 : 1
}

function configuration(model: string, url: string, cwd: string): string {
  return `model = "${model}"
model_provider = "stand-in"
check_for_update_on_startup = false

[projects."${cwd}"]
trust_level = "trusted"

[model_providers.stand-in]
name = "stand-in"
base_url = "${url}"
wire_api = "responses"
env_key = "STAND_IN_KEY"
request_max_retries = 0
stream_max_retries = 0

[analytics]
enabled = false
`
}
