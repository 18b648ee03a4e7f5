// `ai-worklog dataset map`: one shard of what `build` does first.

import { rmdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { version } from '../../core/record/version.ts'
import { defaultSalt, mapSources } from '../../dataset/build/map-sources.ts'
import { noMemory } from '../../dataset/build/read-memory.ts'
import { settleOptions } from '../../dataset/build/settle-options.ts'
import { toStagedSettings, writeStagedSettings } from '../../dataset/build/staged-settings.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { type Arguments, readArguments } from '../read-arguments.ts'
import { write } from '../write.ts'
import { buildFlagNames, buildOptionNames, readBuildOptions } from './read-build-options.ts'
import { writeProblems } from './write-problems.ts'

/** Maps one shard; resolves to the exit code. */
export async function runMap(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments('dataset map', args, [...buildOptionNames, 'shard'], buildFlagNames)
  const shard = readShard(parsed)
  if (parsed.values['work-dir'] === undefined) {
    throw new UsageError('`dataset map` needs `--work-dir`: the folder that `staged` is left in')
  }
  const given = await readBuildOptions(parsed, environment)
  // That of a build, which a map does not use.
  await rmdir(given.workFolder).catch(() => {})
  const options = {
    ...given,
    workFolder: resolve(parsed.values['work-dir'].at(-1) ?? ''),
  }
  if (options.sources.length === 0) throw new UsageError('`dataset map` needs files or `--repository`')
  const { authors } = settleOptions(options, null)
  const { collected, mapped } = await mapSources(options, {
    authors,
    memory: noMemory,
    fromStore: [],
    tombstones: [],
    salt: options.salt,
    shard,
  })
  const settings = toStagedSettings({ ...options, authors, salt: options.salt ?? defaultSalt })
  await writeStagedSettings(mapped.staged, shard, settings)
  await writeProblems({ collected, mapped }, environment)
  const { rows, dropped } = mapped.counts
  const summary = {
    generator: `ai-worklog ${version}`,
    shard: `${shard.index}/${shard.count}`,
    rows,
    dropped,
    staged: mapped.staged,
  }
  await write(environment.stdout, `${JSON.stringify(summary)}\n`)
  return 0
}

function readShard(parsed: Arguments): { index: number; count: number } {
  const text = parsed.values.shard?.at(-1) ?? '1/1'
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.index >= 1 && shard.index <= shard.count) return shard
  throw new UsageError(`\`--shard\` must be a part of a whole such as \`2/8\`, got \`${text}\``)
}
