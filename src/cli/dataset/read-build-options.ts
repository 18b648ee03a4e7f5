// The arguments of `dataset build` and `report` as the options of a build.

import { readFile } from 'node:fs/promises'
import { audiences, authorModes, type BuildOptions } from '../../dataset/build/build-options.ts'
import { licenseRule, mostDays } from '../../dataset/build/option-rules.ts'
import { UsageError } from '../../report/usage-error.ts'
import { createProgress } from '../create-progress.ts'
import type { Environment } from '../environment.ts'
import { type Arguments, readChoice } from '../read-arguments.ts'
import { explainReadError } from '../read-text.ts'
import { readSources } from './read-sources.ts'
import { defaultStore, readByRule, readTime, readWhole } from './read-values.ts'
import { nameWorkFolder } from './work-folder.ts'

/** Options with a value that `build` and `report` share. */
export const buildOptionNames = [
  'repository',
  'organization',
  'artifact-name',
  'since',
  'commits',
  'audience',
  'authors',
  'opt-out',
  'keep-days',
  'tool-age-days',
  'license',
  'store',
  'out',
  'work-dir',
  'as-of',
  'salt',
  'staged',
  'threads',
  'engine',
  'spark-command',
  'format',
] as const

/** Those without. */
export const buildFlagNames = ['history', 'with-diff', 'allow-private'] as const

/** The options of a build; throws a UsageError that names the option and what it allows. */
export async function readBuildOptions(parsed: Arguments, environment: Environment): Promise<BuildOptions> {
  const signal = environment.interrupted()
  const progress = createProgress(environment)
  const { store, 'work-dir': parents } = parsed.values
  return {
    sources: await readSources(parsed, environment),
    staged: parsed.values.staged?.at(-1) ?? null,
    workFolder: nameWorkFolder(store?.at(-1) ?? defaultStore, parents?.at(-1)),
    asOf: readTime(parsed, 'as-of') ?? environment.now().toISOString(),
    authors: readChoice(parsed, 'authors', authorModes, null),
    pseudonymKey: environment.env.AI_WORKLOG_PSEUDONYM_KEY ?? null,
    audience: readChoice(parsed, 'audience', audiences, null),
    license: readByRule(parsed, 'license', licenseRule),
    allowPrivate: parsed.flags.has('allow-private') ? true : null,
    optOut: await readOptOut(parsed),
    keepDays: readWhole(parsed, 'keep-days', 1, mostDays),
    toolAgeDays: readWhole(parsed, 'tool-age-days', 1, mostDays),
    salt: parsed.values.salt?.at(-1) ?? null,
    threads: readWhole(parsed, 'threads', 1, 64),
    engine: readEngine(parsed),
    signal,
    progress,
  }
}

function readEngine(parsed: Arguments): BuildOptions['engine'] {
  const kind = readChoice(parsed, 'engine', ['duckdb', 'spark'] as const, 'duckdb')
  const command = parsed.values['spark-command']?.at(-1)
  if (kind !== 'spark') return { kind: 'duckdb' }
  if (command === undefined) {
    throw new UsageError(
      '`--engine spark` needs `--spark-command`, such as `--spark-command "spark-submit --master spark://host:7077"`; or print the script with `--render spark`',
    )
  }
  return { kind, command }
}

async function readOptOut(parsed: Arguments): Promise<BuildOptions['optOut']> {
  const name = parsed.values['opt-out']?.at(-1)
  if (name === undefined) return null
  try {
    return { name, text: await readFile(name, 'utf8') }
  } catch (error) {
    throw explainReadError(error, name)
  }
}
