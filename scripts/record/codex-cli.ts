// Records transcripts of the real Codex CLI: installs it from npm into a temporary folder, plays the scenarios against a
// loopback stand-in for the model, and keeps the rollouts it writes. Says how their shape differs from the last version.

import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isJsonObject, type JsonObject } from '../../src/core/json.ts'
import { approvals, type CodexScenario, execAndResume, interrupted, subagent } from './codex-scenarios.ts'
import { makeCodexWorld } from './codex-world.ts'
import { installPackage } from './install-package.ts'
import { type Ids, normalizeRollout, type Replacement } from './normalize-rollout.ts'

/** Where recorded paths seem to be. */
const home = '/home/dev'

/** Records `version` of `@openai/codex` into `folder`, which is named after it: `<scenario>.jsonl` each. */
export async function recordCodexCli(version: string, folder: string): Promise<void> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'record-codex-')))
  try {
    const program = join(installPackage('@openai/codex', version, base), '.bin', 'codex')
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    for (const scenario of [execAndResume, approvals, interrupted, subagent]) {
      const world = join(base, scenario.name)
      await mkdir(world)
      for (const [name, rows] of await play(scenario, program, version, world)) {
        await writeFile(join(folder, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      }
    }
  } finally {
    await rm(base, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function play(
  scenario: CodexScenario,
  program: string,
  version: string,
  base: string,
): Promise<Map<string, JsonObject[]>> {
  const world = await makeCodexWorld(program, version, base)
  try {
    await scenario.play(world)
    const ids: Ids = new Map()
    const paths = await world.rollouts()
    // Older versions take a turn back within the file: then the last names are those of the others.
    const others = scenario.others.slice(Math.max(0, scenario.others.length - paths.length + 1))
    const names = [scenario.name, ...others]
    const rollouts = await Promise.all(paths.map(readRows))
    const replacements = [[base, home] as const, ...nicknames(rollouts.flat())]
    const found = new Map<string, JsonObject[]>()
    for (const [index, rows] of rollouts.entries()) {
      found.set(names[index] ?? `${scenario.name}-${index}`, normalizeRollout(rows, replacements, ids))
    }
    return found
  } finally {
    await world.close()
  }
}

/** Codex draws lots for the names of agents. */
function nicknames(rows: readonly JsonObject[]): Replacement[] {
  const names = JSON.stringify(rows).matchAll(/"agent_nickname":"([^"]+)"/g)
  return [...new Set(Array.from(names, ([, name = '']) => name))].map((name) => [name, 'Ada'])
}

async function readRows(path: string): Promise<JsonObject[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line): unknown => JSON.parse(line)).filter(isJsonObject)
}
